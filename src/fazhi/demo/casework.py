"""Lawful made-up cases: walks over permitted acts, put on file by the real actions, by demo people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from django.utils import timezone

from fazhi.cases import lawbook
from fazhi.cases.actions import Identity, Open, Perform
from fazhi.cases.models import Case
from fazhi.chapters.decisions.archive.demand import PROCEDURES, demands
from fazhi.demo.filing import Filing
from fazhi.demo.habits import MANNERS, PACE, SUBJECTS, TOLD
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Appointment, Organ, Person
from fazhi.office.models.validity import on
from fazhi.procedure.edition import Edition
from fazhi.procedure.history import PLAIN, history
from fazhi.procedure.record import Record
from fazhi.procedure.role import Role, RoleKind
from fazhi.procedure.value import Value
from fazhi.procedure.view import View

CHINA = ZoneInfo("Asia/Shanghai")
TERM = timedelta(days=730)
"""How far back the cases begin: two years, so that a year can be compared with the one before."""
OWN = frozenset({"service-rating", "complaint"})
"""Tags of procedures whose demo cases come in as real ones do: by ``fazhi.demo.feedback``."""
EVERY = timedelta(days=37)
LENGTH = 60
PATIENCE = 60
"""Few walks end early: most demo cases go the whole way of their procedure."""


@dataclass(frozen=True)
class Cast:
    """Who can act in which role of a procedure, in one organ."""

    organ: Organ
    people: Mapping[str, tuple[int, ...]]
    actors: Mapping[int, Actor]

    def plays(self, role: Role, edition: Edition) -> tuple[int, ...]:
        """Those who act in a role, or record for those who do."""
        keepers = (edition.role[name].holder for name in role.recorded_by)
        holders = (role.holder, *keepers)
        return next((self.people[one][: role.persons] for one in holders if one in self.people), ())


def play(now: datetime) -> int:
    """Cases of every procedure, in every organ whose demo people can run it to its end; gives their number.

    One case begins every few weeks from the day the edition took effect; what would happen after ``now`` has
    not happened yet. The same day gives the same cases.
    """
    if Case.objects.filter(demo=True).exists():
        return 0
    return sum(1 for plan in _plans(timezone.localdate(now)) if _written(*plan, timezone.localdate(now)))


def _plans(today: date) -> Iterator[tuple[Cast, Edition, date, int]]:
    drawn = [name for name, held in lawbook.editions().items() if OWN.isdisjoint(held[-1].tags)]
    for number, name in enumerate(sorted(drawn)):
        edition = lawbook.editions()[name][-1]
        begin, every = max(edition.since or date.min, today - TERM), PACE.get(name, EVERY)
        for cast in _casts(edition, today):
            days = range((today - begin) // every + 1)
            yield from ((cast, edition, begin + n * every, 1000 * number + n) for n in days)


def _casts(edition: Edition, today: date) -> Iterator[Cast]:
    """The organs whose demo people hold a post for every role that somebody of the organ must act in."""
    for organ in Organ.objects.filter(posts__holders__demo=True).distinct():
        held: dict[str, tuple[int, ...]] = {}
        rows = Appointment.objects.filter(on(today), post__organ=organ, person__demo=True).order_by("pk")
        for row in rows.select_related("post"):
            held[row.post.title] = (*held.get(row.post.title, ()), row.person_id)
        people = Person.objects.filter(pk__in={one for ids in held.values() for one in ids})
        actors = {person.pk: actor_of(person.user, today) for person in people.select_related("user")}
        cast = Cast(organ, held, actors)
        if all(len(cast.plays(role, edition)) >= role.persons for role in _needed(edition)):
            yield cast


def _needed(edition: Edition) -> Iterator[Role]:
    return (role for role in edition.roles if any(act.by == role.id for act in edition.acts))


def _written(cast: Cast, edition: Edition, begin: date, seed: int, today: date) -> bool:
    """Put one walk on file up to today; the first record opens the case."""
    walk = history(
        edition,
        lawbook.days(),
        Random(f"{edition.id}{seed}"),
        begin,
        LENGTH,
        patience=PATIENCE,
        told=TOLD.get(edition.id, {}),
        manner=MANNERS.get(edition.id, PLAIN),
    )
    records = [record for record in walk.records if record.happened_on <= today]
    if not records or not edition.in_force(records[0].happened_on):
        return False
    first, *rest = records
    filing = Filing(edition, View(walk.state), _open_ended(edition, records) and seed % 3 == 0)
    case = _open(cast, edition, first, seed, filing)
    for sequence, record in enumerate(rest, 1):
        actor, colleagues = _acting(cast, edition, record)
        Perform(
            case=case,
            expected=sequence,
            act=record.act,
            happened_on=record.happened_on,
            facts=_numbered(record, case),
            papers=filing.papers(record),
            colleagues=colleagues,
        ).perform(actor, _moment(record))
    return True


def _numbered(record: Record, case: Case) -> Mapping[str, Value]:
    """The facts, with a document number of its own where the walk says only that there is one."""
    if not isinstance(record.facts.get("number"), str):
        return record.facts
    return {**record.facts, "number": f"演示文〔{record.happened_on.year}〕{case.pk}号"}


def _open_ended(edition: Edition, records: list[Record]) -> bool:
    """Whether the file of a walk may still lack a paper: what an article asks for stops its closing."""
    closing = demands(edition.id).closing if edition.id in PROCEDURES else ""
    return all(record.act != closing for record in records)


def _open(cast: Cast, edition: Edition, first: Record, seed: int, filing: Filing) -> Case:
    actor, colleagues = _acting(cast, edition, first)
    subjects = SUBJECTS.get(edition.id, ("演示案件",))
    return Open(
        procedure=edition.id,
        organ=cast.organ,
        act=first.act,
        happened_on=first.happened_on,
        title=subjects[seed % len(subjects)],
        facts=first.facts,
        papers=filing.papers(first),
        parties=tuple(_parties(edition)),
        colleagues=colleagues,
        demo=True,
    ).perform(actor, _moment(first))


def _acting(cast: Cast, edition: Edition, record: Record) -> tuple[Actor, tuple[int, ...]]:
    first, *others = cast.plays(edition.role[edition.act[record.act].by], edition)
    return cast.actors[first], tuple(others)


def _parties(edition: Edition) -> Iterator[Identity]:
    for role in edition.roles:
        if role.kind is RoleKind.PARTY:
            yield Identity(role.id, {"name": f"演示·{role.title}甲", "address": "演示地址一号"})


def _moment(record: Record) -> datetime:
    return record.recorded_at.replace(tzinfo=CHINA)
