"""The demo's files of decisions: most are closed, half are handed over, some stand in the catalogue."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.utils import timezone

from fazhi.cases.models import Case
from fazhi.chapters.decisions.archive import standing
from fazhi.chapters.decisions.archive.actions import Close, Enlist, HandOver
from fazhi.chapters.decisions.archive.demand import PROCEDURES
from fazhi.chapters.decisions.archive.matters import CATALOGUE, PROCEDURE
from fazhi.chapters.decisions.archive.models import Closing, Listing
from fazhi.chapters.decisions.archive.standing import Standing
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Appointment
from fazhi.office.models.validity import on
from fazhi.registers.models import Register
from fazhi.registers.standing import in_force

AFTER, THEN = timedelta(days=15), timedelta(days=6)
RECEIVER = "演示·区档案室 演示·接收人甲"
AFTERNOON = time(15)


def play(now: datetime) -> None:
    """Once, on days that have come."""
    if Closing.objects.exists():
        return
    for number, (file, keeper, at) in enumerate(_ready(now)):
        row = file.file.row
        closing = Close(case_id=row.pk, expected=row.sequence).perform(keeper, at)
        if number % 2 == 0 and at + THEN <= now:
            day = timezone.localdate(at + THEN)
            hand = HandOver(case_id=row.pk, digest=closing.digest, on=day, receiver=RECEIVER)
            hand.perform(keeper, at + THEN)


def catalogue(now: datetime) -> None:
    """Each running decision whose title stands in a catalogue is tied to its matter, once."""
    if Listing.objects.exists():
        return
    for register in Register.objects.filter(kind=CATALOGUE, demo=True):
        edition = in_force(register)
        for entry in edition.entries.all() if edition else ():
            title = str(entry.cells["name"]).replace("·", "：")
            row = Case.objects.filter(demo=True, procedure=PROCEDURE, title=title).first()
            handler = row.handlers.select_related("user").order_by("pk").first() if row else None
            if row and handler:
                actor = actor_of(handler.user, timezone.localdate(now))
                Enlist(case_id=row.pk, register_id=register.pk, key=entry.key).perform(actor, now)


def _ready(now: datetime) -> Iterator[tuple[Standing, Actor, datetime]]:
    """The complete files whose closing is no act of the case any more, with who keeps them and when."""
    rows = Case.objects.filter(demo=True, procedure__in=PROCEDURES).select_related("organ").order_by("pk")
    for row in rows:
        at = timezone.make_aware(datetime.combine(row.latest_on or row.began_on, AFTERNOON)) + AFTER
        file = standing.standing(row)
        keeper = _keeper(file, at)
        if keeper and at <= now and file.ripe and not file.pending and file.index.complete:
            yield file, keeper, at


def _keeper(file: Standing, at: datetime) -> Actor | None:
    edition, day = file.file.case.edition, timezone.localdate(at)
    post = edition.role[file.demands.keeper].holder
    held = Appointment.objects.filter(on(day), post__organ=file.file.row.organ_id, post__title=post)
    found = held.select_related("person__user").order_by("pk").first()
    return actor_of(found.person.user, day) if found else None
