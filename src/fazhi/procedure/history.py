"""Made-up lawful histories: a walk over permitted acts, for demonstrations, property tests and benchmarks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
Telling = Value | timedelta | tuple[Value, ...]
"""A fact not left to chance: its value, how many days ahead it lies, or values to choose one from."""
UNTOLD: Mapping[str, Telling] = MappingProxyType({})
NOTHING: Mapping[str, Edition] = MappingProxyType({})


class Chance(Protocol):
    """The source of randomness, given from outside: ``random.Random(seed)`` fits."""

    def choice(self, seq: Sequence[T], /) -> T: ...
    def randint(self, a: int, b: int, /) -> int: ...


@dataclass(frozen=True)
class Manner:
    """How a walk goes where not every lawful act is as likely as another.

    ``seldom``: acts that come once in so many chances. ``again``: the same for what was done already.
    ``dawdles``: once in so many acts some clock runs out before the next one. Where nothing but the seldom is
    left, a walk first waits for the clocks that run.
    """

    seldom: Mapping[str, int] = field(default_factory=dict)
    again: int = 1
    dawdles: int = 4

    def rarity(self, act: Act, case: Case) -> int:
        """In how many chances an act comes once."""
        return self.seldom.get(act.id) or (self.again if case.state.done.get(act.id) else 1)


PLAIN = Manner()


def history(
    edition: Edition,
    calendar: Calendar,
    chance: Chance,
    start: date,
    length: int = 30,
    inner: Mapping[str, Edition] = NOTHING,
    patience: int = PATIENCE,
    told: Mapping[str, Telling] = UNTOLD,
    manner: Manner = PLAIN,
) -> Case:
    """A lawful case of at most ``length`` acts; the same chance gives the same case.

    Days pass between acts, sometimes until some clock has run out. New acts that lead on come first: once in
    ``patience`` choices any act may come, also one that ends the case. ``told`` are facts not left to chance,
    ``manner`` says which acts are seldom.
    The walk ends when nothing more is permitted, or no lawful facts were drawn for it in ``TRIES`` tries. An
    act that opens a case inside is followed by a walk through that one, where ``inner`` holds its procedure.
    """
    walk = _Walk(calendar, chance, inner, patience, told, manner)
    return walk.through(Case(edition), start, length)


@dataclass(frozen=True)
class _Walk:
    """What stays the same on the way through a case and those inside it."""

    calendar: Calendar
    chance: Chance
    inner: Mapping[str, Edition]
    patience: int
    told: Mapping[str, Telling]
    manner: Manner

    def through(self, case: Case, day: date, length: int) -> Case:
        values = domains(case.edition)
        for _ in range(length):
            record = self._next(case, day, values)
            while record is None and (later := self._waited(case, day)):
                day = later
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
        acts = self._likely(list(_permitted(case, self.calendar, day)), case, day)
        while acts:
            act = self.chance.choice(self._preferred(acts, case))
            for _ in range(TRIES):
                record = self._drawn(case.edition, act, day, values)
                if not refusals(case, record, self.calendar):
                    return record
            acts.remove(act)
        return None

    def _likely(self, acts: list[Act], case: Case, day: date) -> list[Act]:
        """The acts less the seldom ones that do not come this time; those too where nothing else will."""
        if self.manner == PLAIN:
            return acts
        rare = ((act, self.manner.rarity(act, case)) for act in acts)
        found = [act for act, n in rare if n == 1 or self.chance.randint(1, n) == 1]
        return found if found or self._waited(case, day) else acts

    def _waited(self, case: Case, day: date) -> date | None:
        """The next day that was fixed, or after the first clock that runs where a walk waits for those."""
        days = self._fixed(case, day) if self.manner == PLAIN else self._running(case, day)
        return min(days, default=None)

    def _running(self, case: Case, day: date) -> list[date]:
        """The days after the clocks that run, and those that were fixed for an act."""
        readings = due(case, self.calendar, day).values()
        over = [r.day + DAY for r in readings if r.running and r.day and r.day >= day]
        return over + self._fixed(case, day)

    def _fixed(self, case: Case, day: date) -> list[date]:
        """The days still to come before which some act is not done."""
        held = (case.state.facts.get(act.not_before) for act in case.edition.acts if act.not_before)
        return [fixed for fixed in held if isinstance(fixed, date) and fixed > day]

    def _preferred(self, acts: list[Act], case: Case) -> list[Act]:
        """Mostly acts that are new and lead on, so that walks get far before they end."""
        fresh = [act for act in acts if act.id not in case.state.done and not act.may_end]
        return fresh if fresh and self.chance.randint(0, self.patience - 1) else acts

    def _drawn(self, edition: Edition, act: Act, day: date, values: Domains) -> Record:
        given = {name: self._told(self.told[name], day) for name in act.brings if name in self.told}
        for name in act.brings:
            kind = edition.fact[name].kind
            if name not in given and kind in (FactKind.YES_NO, FactKind.CHOICE, FactKind.NUMBER):
                value = self.chance.choice(values[name])
                given |= {} if value is None else {name: value}  # type: ignore[dict-item]
        papers = tuple(paper.title for paper in act.documents)
        facts = filled(edition, act, given, day)
        return Record(act.id, cast(edition)[act.by], day, datetime.combine(day, time(17)), facts, papers)

    def _told(self, telling: Telling, day: date) -> Value:
        if isinstance(telling, timedelta):
            return day + telling
        return self.chance.choice(telling) if isinstance(telling, tuple) else telling

    def _later(self, case: Case, day: date) -> date:
        """The next day on which something may happen: soon, or after a clock that runs has run out."""
        running = self._running(case, day)
        if running and self.chance.randint(1, self.manner.dawdles) == 1:
            return self.chance.choice(running)
        return day + self.chance.randint(0, 4) * DAY


def _permitted(case: Case, calendar: Calendar, day: date) -> Iterator[Act]:
    """What the people of each role may do, in the order of the edition."""
    people, edition = cast(case.edition), case.edition
    may: set[str] = set()
    for role in {act.by for act in edition.acts}:
        own = [act for act in edition.acts if act.by == role and act.kind is not Kind.CORRECTION]
        may |= {p.act.id for p in permitted(case, people[role], day, calendar, own) if p.permitted}
    return (act for act in edition.acts if act.id in may)
