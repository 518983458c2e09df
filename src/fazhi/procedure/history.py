"""Made-up lawful histories: a walk over permitted acts, for demonstrations, property tests and benchmarks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Protocol, TypeVar

from fazhi.law.calendar import Calendar
from fazhi.procedure.act import Act, Kind
from fazhi.procedure.case import Case
from fazhi.procedure.cast import cast
from fazhi.procedure.due import due
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import FactKind
from fazhi.procedure.filling import filled
from fazhi.procedure.perform import refusals
from fazhi.procedure.permitted import permitted
from fazhi.procedure.record import Record
from fazhi.procedure.subcase import SubCase, attached, opened
from fazhi.procedure.value import Value
from fazhi.procedure.verify.domain import domains

T = TypeVar("T")
DAY = timedelta(days=1)
TRIES = 40
PATIENCE = 12
UNTOLD: Mapping[str, Value] = MappingProxyType({})
NOTHING: Mapping[str, Edition] = MappingProxyType({})


class Chance(Protocol):
    """The source of randomness, given from outside: ``random.Random(seed)`` fits."""

    def choice(self, seq: Sequence[T], /) -> T: ...
    def randint(self, a: int, b: int, /) -> int: ...


def history(
    edition: Edition,
    calendar: Calendar,
    chance: Chance,
    start: date,
    length: int = 30,
    inner: Mapping[str, Edition] = NOTHING,
    patience: int = PATIENCE,
    told: Mapping[str, Value] = UNTOLD,
) -> Case:
    """A lawful case of at most ``length`` acts; the same chance gives the same case.

    Days pass between acts, sometimes until some clock has run out. New acts that lead on come first: once in
    ``patience`` choices any act may come, also one that ends the case. ``told`` are facts not left to chance.
    The walk ends when nothing more is permitted, or no lawful facts were drawn for it in ``TRIES`` tries. An
    act that opens a case inside is followed by a walk through that one, where ``inner`` holds its procedure.
    """
    return _walked(Case(edition), calendar, chance, start, length, inner, patience, told)


def _walked(
    case: Case,
    calendar: Calendar,
    chance: Chance,
    day: date,
    length: int,
    inner: Mapping[str, Edition],
    patience: int,
    told: Mapping[str, Value],
) -> Case:
    for _ in range(length):
        record = _next(case, calendar, chance, day, patience, told)
        if record is None:
            break
        case = case.with_record(record)
        day = _later(case, calendar, chance, day)
        for sub in (sub for sub in case.edition.subs if sub.opened_by == record.act):
            if sub.procedure in inner:
                walk = opened(case, sub.id, inner[sub.procedure])
                held = SubCase(sub.id, _walked(walk, calendar, chance, day, length, inner, patience, told))
                case = attached(case, *case.subs, held)
                day = max(day, held.case.latest or day)
    return case


def _next(
    case: Case, calendar: Calendar, chance: Chance, day: date, patience: int, told: Mapping[str, Value]
) -> Record | None:
    acts = list(_permitted(case, calendar, day))
    while acts:
        act = chance.choice(_preferred(acts, case, chance, patience))
        for _ in range(TRIES):
            record = _drawn(case.edition, act, chance, day, told)
            if not refusals(case, record, calendar):
                return record
        acts.remove(act)
    return None


def _preferred(acts: list[Act], case: Case, chance: Chance, patience: int) -> list[Act]:
    """Mostly acts that are new and lead on, so that walks get far before they end."""
    fresh = [act for act in acts if act.id not in case.state.done and not act.may_end]
    return fresh if fresh and chance.randint(0, patience - 1) else acts


def _permitted(case: Case, calendar: Calendar, day: date) -> Iterator[Act]:
    """What the people of each role may do, in the order of the edition."""
    people = cast(case.edition)
    asked = {role: permitted(case, people[role], day, calendar) for role in {a.by for a in case.edition.acts}}
    may = {p.act.id for role, found in asked.items() for p in found if p.permitted and p.act.by == role}
    return (act for act in case.edition.acts if act.id in may and act.kind is not Kind.CORRECTION)


def _drawn(edition: Edition, act: Act, chance: Chance, day: date, told: Mapping[str, Value]) -> Record:
    values = domains(edition)
    given: dict[str, Value] = {}
    for name in act.brings:
        kind = edition.fact[name].kind
        if name in told:
            given[name] = told[name]
        elif kind in (FactKind.YES_NO, FactKind.CHOICE, FactKind.NUMBER):
            value = chance.choice(values[name])
            given |= {} if value is None else {name: value}  # type: ignore[dict-item]
    papers = tuple(paper.title for paper in act.documents)
    facts = filled(edition, act, given, day)
    return Record(act.id, cast(edition)[act.by], day, datetime.combine(day, time(17)), facts, papers)


def _later(case: Case, calendar: Calendar, chance: Chance, day: date) -> date:
    """The next day on which something may happen: soon, or after a clock that runs has run out."""
    running = [r.day for r in due(case, calendar, day).values() if r.running and r.day and r.day >= day]
    if running and chance.randint(0, 3) == 0:
        return chance.choice(running) + DAY
    return day + chance.randint(0, 4) * DAY
