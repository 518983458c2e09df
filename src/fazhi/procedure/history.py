"""Made-up lawful histories: a walk over permitted acts, for demonstrations, property tests and benchmarks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from fazhi.procedure.value import Held, Value
from fazhi.procedure.verify.domain import domains

T = TypeVar("T")
DAY = timedelta(days=1)
TRIES = 40
PATIENCE = 12
Domains = Mapping[str, tuple[Held | None, ...]]
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
    walk = _Walk(calendar, chance, inner, patience, told)
    return walk.through(Case(edition), start, length)


@dataclass(frozen=True)
class _Walk:
    """What stays the same on the way through a case and those inside it."""

    calendar: Calendar
    chance: Chance
    inner: Mapping[str, Edition]
    patience: int
    told: Mapping[str, Value]

    def through(self, case: Case, day: date, length: int) -> Case:
        values = domains(case.edition)
        for _ in range(length):
            record = self._next(case, day, values)
            if record is None:
                break
            case = case.with_record(record)
            day = self._later(case, day)
            for sub in (sub for sub in case.edition.subs if sub.opened_by == record.act):
                if sub.procedure in self.inner:
                    begun = opened(case, sub.id, self.inner[sub.procedure])
                    held = SubCase(sub.id, self.through(begun, day, length))
                    case = attached(case, *case.subs, held)
                    day = max(day, held.case.latest or day)
        return case

    def _next(self, case: Case, day: date, values: Domains) -> Record | None:
        acts = list(_permitted(case, self.calendar, day))
        while acts:
            act = self.chance.choice(self._preferred(acts, case))
            for _ in range(TRIES):
                record = self._drawn(case.edition, act, day, values)
                if not refusals(case, record, self.calendar):
                    return record
            acts.remove(act)
        return None

    def _preferred(self, acts: list[Act], case: Case) -> list[Act]:
        """Mostly acts that are new and lead on, so that walks get far before they end."""
        fresh = [act for act in acts if act.id not in case.state.done and not act.may_end]
        return fresh if fresh and self.chance.randint(0, self.patience - 1) else acts

    def _drawn(self, edition: Edition, act: Act, day: date, values: Domains) -> Record:
        given: dict[str, Value] = {name: self.told[name] for name in act.brings if name in self.told}
        for name in act.brings:
            kind = edition.fact[name].kind
            if name not in given and kind in (FactKind.YES_NO, FactKind.CHOICE, FactKind.NUMBER):
                value = self.chance.choice(values[name])
                given |= {} if value is None else {name: value}  # type: ignore[dict-item]
        papers = tuple(paper.title for paper in act.documents)
        facts = filled(edition, act, given, day)
        return Record(act.id, cast(edition)[act.by], day, datetime.combine(day, time(17)), facts, papers)

    def _later(self, case: Case, day: date) -> date:
        """The next day on which something may happen: soon, or after a clock that runs has run out."""
        readings = due(case, self.calendar, day).values()
        running = [r.day for r in readings if r.running and r.day and r.day >= day]
        if running and self.chance.randint(0, 3) == 0:
            return self.chance.choice(running) + DAY
        return day + self.chance.randint(0, 4) * DAY


def _permitted(case: Case, calendar: Calendar, day: date) -> Iterator[Act]:
    """What the people of each role may do, in the order of the edition."""
    people, edition = cast(case.edition), case.edition
    may: set[str] = set()
    for role in {act.by for act in edition.acts}:
        own = [act for act in edition.acts if act.by == role and act.kind is not Kind.CORRECTION]
        may |= {p.act.id for p in permitted(case, people[role], day, calendar, own) if p.permitted}
    return (act for act in edition.acts if act.id in may)
