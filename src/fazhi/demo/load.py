"""Load the demo district through the same doors a real one uses; a second run changes nothing."""

from dataclasses import dataclass
from datetime import datetime, time
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from fazhi.cases import signing
from fazhi.cases.actions import PublishCheckpoint
from fazhi.demo import (
    archive,
    casework,
    citizens,
    consultations,
    counsel,
    erasures,
    feedback,
    hearings,
    indicators,
    library,
    narrowing,
    papers,
    registers,
    validity,
    windows,
)
from fazhi.demo.document import render
from fazhi.demo.history import Cast, play
from fazhi.demo.login import Login, login_of, shown
from fazhi.demo.pack import OutlinePack
from fazhi.duties.actions import Commit, stage
from fazhi.duties.models import Draft, Occurrence, Outline, Step
from fazhi.duties.schedule import Term
from fazhi.notices import worker
from fazhi.office.actions.establish import establish
from fazhi.office.actions.login import set_password
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Person, Role
from fazhi.office.pack import PACKS, OfficePack, PersonEntry
from fazhi.office.pack import load as read_pack
from fazhi.registers.models import Register
from fazhi.search.actions import update_all

OPENING = time(9)
LEDGER = "演示区台账"
DISTRICT = PACKS / "cn-tj-hedong"


@dataclass(frozen=True)
class Report:
    """What the demo holds, and how to enter it."""

    logins: tuple[Login, ...]
    measures: int
    duties: int
    occurrences: int
    steps: int
    registers: int


@transaction.atomic
def load(now: datetime) -> Report:
    """The demo district as of ``now``: offices, outline, history up to that moment, and log-ins."""
    offices = read_pack(DISTRICT / "organs.yaml", OfficePack)
    pack = read_pack(DISTRICT / "outline.yaml", OutlinePack)
    establish(offices, pack.starts_on)
    cast = _cast(offices, now)
    _edition(pack, cast.coordinator, now)
    _history(pack, cast, now)
    narrowing.play(cast.coordinator, now)
    casework.play(now)
    archive.play(now)
    consultations.play(cast.clerks, now)
    hearings.play(now)
    windows.play(now - windows.SINCE)
    feedback.play(now)
    citizens.play(now)
    papers.play(cast.clerks, now)
    erasures.play(now)
    worker.once(now)
    registers.play(registers.Keepers(cast.coordinator, cast.clerks), now)
    validity.play(cast.coordinator, cast.clerks, now)
    library.play(library.Shelves(cast.coordinator, cast.clerks, timezone.localdate(now)), pack.title)
    indicators.play(cast.coordinator, now)
    archive.catalogue(now)
    counsel.play(now)
    _prove(pack, now)
    update_all()
    return _report(pack, tuple(_login(entry) for entry in offices.people if entry.shown))


def _cast(offices: OfficePack, now: datetime) -> Cast:
    people = {entry.login: entry for entry in offices.people}
    rows = Person.objects.filter(user__username__in=people).select_related("user")
    actors = [(people[p.user.get_username()], actor_of(p.user, timezone.localdate(now))) for p in rows]
    clerks = [actor for entry, actor in actors if entry.role == Role.CLERK]
    coordinator = next(actor for entry, actor in actors if entry.role == Role.COORDINATOR)
    first = {organ: actor for actor in reversed(clerks) for organ in actor.organs()}
    return Cast(coordinator, first)


def _edition(pack: OutlinePack, coordinator: Actor, now: datetime) -> None:
    """The first edition comes in on the day the outline was signed, a changed one today."""
    data = render(pack).encode()
    outline = Outline.objects.filter(title=pack.title).first()
    latest = outline.editions.last() if outline else None
    if latest and latest.digest == sha256(data).hexdigest():
        return
    day = now if latest else min(now, timezone.make_aware(datetime.combine(pack.signed_on, OPENING)))
    draft = stage(coordinator, "演示纲要.txt", data, day)
    _commit(pack, draft).perform(coordinator, day)


def _commit(pack: OutlinePack, draft: Draft) -> Commit:
    return Commit(
        draft=draft,
        term=Term(pack.starts_on, pack.ends_on),
        title=pack.title,
        issuer=pack.issuer,
        signed_on=pack.signed_on,
        demo=True,
    )


def _history(pack: OutlinePack, cast: Cast, now: datetime) -> None:
    rows = Occurrence.objects.filter(duty__measure__outline__title=pack.title, withdrawn=None)
    if not Step.objects.filter(occurrence__in=rows).exists():
        play(rows.select_related("duty", "organ"), cast, now)


def _prove(pack: OutlinePack, now: datetime) -> None:
    """The day's checkpoint, under a key of the demo's own."""
    if not signing.ring().periods:
        signing.new(pack.starts_on, LEDGER)
    PublishCheckpoint().perform(now)


def _login(entry: PersonEntry) -> Login:
    login = login_of(entry)
    set_password(Person.objects.select_related("user").get(user__username=login.login), login.password)
    return login


def log_ins() -> tuple[Login, ...]:
    """The personas of this demo with their passwords; none where ``fazhi demo`` does not serve."""
    return shown(read_pack(DISTRICT / "organs.yaml", OfficePack).people) if _here() else ()


def _here() -> bool:
    return settings.CONFIG.demo and Person.objects.filter(demo=True).exists()


def _report(pack: OutlinePack, logins: tuple[Login, ...]) -> Report:
    outline = Outline.objects.get(title=pack.title)
    rows = Occurrence.objects.filter(duty__measure__outline=outline)
    return Report(
        logins=logins,
        measures=outline.measures.count(),
        duties=rows.values("duty").distinct().count(),
        occurrences=rows.count(),
        steps=Step.objects.filter(occurrence__in=rows).count(),
        registers=Register.objects.filter(demo=True).count(),
    )
