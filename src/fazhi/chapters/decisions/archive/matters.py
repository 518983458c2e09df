"""The matters of the yearly catalogue (目录事项), each with its cases; one without by the year's end shows.

A listed matter goes the whole way of the procedure (天津市重大行政决策事项目录管理办法第五条): one whose case
ended before a decision shows, too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fazhi.cases import lawbook, policy
from fazhi.cases.models import Case
from fazhi.chapters.decisions.archive.models import Listing
from fazhi.office.actor import Actor
from fazhi.registers.models import Entry, Register
from fazhi.registers.standing import in_force

CATALOGUE, PROCEDURE = "decision-catalogue", "major-decision"
SHORT = ("other-procedure", "not-started")
"""Outcomes before the procedure's end: a listed matter must not come to them."""


@dataclass(frozen=True)
class Step:
    """A case of a matter, and where it stands."""

    row: Case
    said: str
    short: bool


@dataclass(frozen=True)
class Matter:
    """One matter with the cases that decide it; ``late`` when its year is over without one."""

    register: Register
    entry: Entry
    year: int | None
    cases: tuple[Step, ...]
    late: bool


def matters(actor: Actor, today: date) -> tuple[Matter, ...]:
    """The matters of every catalogue in force, with the cases that the reader may see."""
    rows = Register.objects.filter(kind=CATALOGUE, organ__isnull=False).select_related("organ")
    return tuple(matter for row in rows for matter in _of(row, actor, today))


def _of(register: Register, actor: Actor, today: date) -> Iterator[Matter]:
    edition, cases = in_force(register), _cases(register, actor)
    listed = set(Listing.objects.filter(register=register).values_list("key", flat=True))
    for entry in edition.entries.all() if edition else ():
        year = int(entry.cells["year"]) if str(entry.cells.get("year", "")).isdecimal() else None
        over = year is not None and year < today.year
        yield Matter(register, entry, year, cases.get(entry.key, ()), over and entry.key not in listed)


def _cases(register: Register, actor: Actor) -> Mapping[str, tuple[Step, ...]]:
    """By key the cases whose latest listing it is."""
    rows = Listing.objects.filter(case__in=policy.visible(actor)).select_related("case__organ")
    latest = {row.case_id: row for row in rows.order_by("pk")}
    found: dict[str, tuple[Step, ...]] = {}
    for row in latest.values():
        if row.register_id == register.pk:
            found[row.key] = (*found.get(row.key, ()), _step(row.case))
    return found


def _step(row: Case) -> Step:
    words = lawbook.edition(row.edition_id).words
    return Step(
        row, words.outcome(row.outcome) if row.outcome else words.act(row.stage), row.outcome in SHORT
    )


def unlisted(actor: Actor) -> tuple[Case, ...]:
    """The running decisions that the reader may see and that no matter has yet."""
    rows = policy.visible(actor).filter(procedure=PROCEDURE, outcome="")
    listed = Listing.objects.values("case")
    return tuple(rows.exclude(pk__in=listed).select_related("organ").order_by("-pk")[:200])
