"""Due days after a changed calendar: every open clock worked out anew, every move journaled.

A plain clock depends on its first day alone, so that all clocks of one kind that began on one day are one
computation. The others are folded from their cases.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F, Min, OuterRef, Q, Subquery
from django.utils import timezone

from fazhi.cases import lawbook, store
from fazhi.cases.actions import project
from fazhi.cases.models import Case, Clock, Redated, Reprojection
from fazhi.law.act import Started
from fazhi.procedure.due import Reading
from fazhi.procedure.receipt import calendar_version

CHUNK = 5_000
COMPARED = ("due", "provisional", "wake_on")


class Stored(NamedTuple):
    """What is stored of a clock."""

    pk: int
    case_id: int
    edition: str
    name: str
    started: date
    due: date | None
    provisional: bool
    wake_on: date | None


@dataclass(frozen=True)
class Move:
    """A clock whose stored values are no longer right."""

    clock: Stored
    values: dict[str, Any]

    @property
    def redated(self) -> bool:
        """Whether the day itself moved, and not only when somebody is told of it."""
        return bool(self.clock.due != self.values["due"])


class Reproject:
    """A job for the worker after a pack brought another calendar; the same calendar twice changes nothing."""

    @transaction.atomic
    def perform(self, at: datetime) -> Reprojection:
        """Give the journal's entry, the last one where the calendar is the same as then."""
        version = calendar_version(lawbook.days())
        latest = Reprojection.objects.first()
        if latest and latest.calendar == version:
            return latest
        today = timezone.localdate(at)
        rows = Clock.objects.filter(stopped=None).order_by("pk")
        total = rows.count()
        moves = [*_plain(rows.filter(plain=True), today), *_folded(rows.filter(plain=False), today)]
        return _journal(version, at, total, moves)


def needed() -> bool:
    """Whether the calendar is another than the one the due days were worked out under."""
    latest = Reprojection.objects.first()
    return latest is None or latest.calendar != calendar_version(lawbook.days())


def _plain(rows: Any, today: date) -> Iterator[Move]:
    known: dict[tuple[str, str, date], dict[str, Any]] = {}
    for clock in _stored(rows):
        key = (clock.edition, clock.name, clock.started)
        if key not in known:
            known[key] = _values(*key, today)
        yield from _move(clock, known[key])


def _values(edition: str, name: str, started: date, today: date) -> dict[str, Any]:
    clock = lawbook.edition(edition).clock[name]
    found = clock.budget.due((Started(started),), lawbook.days()) if clock.budget else None
    return project.values(Reading(clock, started, None, found.day if found else None, found), today)


def _folded(rows: Any, today: date) -> Iterator[Move]:
    for clock in _stored(rows):
        row = Case.objects.get(pk=clock.case_id)
        reading = project.readings(row, store.load(row), today)[clock.name]
        yield from _move(clock, project.stored(row, reading, today))


def _stored(rows: Any) -> Iterator[Stored]:
    names = ("pk", "case_id", "case__edition_id", "name", "started", *COMPARED)
    return (Stored(*row) for row in rows.values_list(*names).iterator(CHUNK))


def _move(clock: Stored, values: dict[str, Any]) -> Iterator[Move]:
    if any(getattr(clock, name) != values[name] for name in COMPARED):
        yield Move(clock, {name: values[name] for name in COMPARED})


def _journal(version: str, at: datetime, total: int, moves: list[Move]) -> Reprojection:
    redated = [move for move in moves if move.redated]
    entry = Reprojection.objects.create(calendar=version, at=at, clocks=total, moved=len(redated))
    for values, clocks in _grouped(moves):
        for chunk in _chunks(clocks):
            Clock.objects.filter(pk__in=chunk).update(**values)
    Redated.objects.bulk_create(
        (
            Redated(
                reprojection=entry,
                case_id=move.clock.case_id,
                name=move.clock.name,
                was=move.clock.due,
                now=move.values["due"],
            )
            for move in redated
        ),
        batch_size=2_000,
    )
    _next_due([move.clock.case_id for move in redated])
    return entry


def _grouped(moves: Iterable[Move]) -> Iterator[tuple[dict[str, Any], list[int]]]:
    groups: dict[tuple[object, ...], tuple[dict[str, Any], list[int]]] = {}
    for move in moves:
        groups.setdefault(tuple(move.values.values()), (move.values, []))[1].append(move.clock.pk)
    yield from groups.values()


def _next_due(cases: list[int]) -> None:
    """The day that lists show: the earliest of a case's open clocks."""
    open_ = Clock.objects.filter(Q(stopped=None), case=OuterRef("pk")).order_by()
    first = open_.values("case").annotate(first=Min(F("due"))).values("first")
    for chunk in _chunks(cases):
        Case.objects.filter(pk__in=chunk).update(next_due=Subquery(first))


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    return (ids[n : n + CHUNK] for n in range(0, len(ids), CHUNK))
