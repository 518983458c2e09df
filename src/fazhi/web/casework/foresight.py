"""What joining or severing will do to the clocks, shown before anybody confirms it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fazhi.cases import lawbook
from fazhi.procedure.act import Act, Kind
from fazhi.procedure.case import Case
from fazhi.procedure.due import Reading, due
from fazhi.procedure.joint import Joint, readings_of
from fazhi.procedure.record import Record

Readings = Mapping[str, Mapping[str, Reading]]


@dataclass(frozen=True)
class Change:
    """A clock of one of the cases: its last day now and afterwards, none where no day is fixed."""

    number: str
    title: str
    basis: str
    before: date | None
    after: date | None

    @property
    def moved(self) -> bool:
        """Whether the day will be another."""
        return self.before != self.after


def joining(cases: Mapping[str, Case], act: Act, now: datetime) -> tuple[Change, ...]:
    """What becomes of the clocks when the cases are joined today."""
    day = now.date()
    named = {n: _with(case, act, tuple(one for one in cases if one != n), now) for n, case in cases.items()}
    return tuple(_changes(_bound(cases, day), _together(named, day)))


def severing(cases: Mapping[str, Case], act: Act, now: datetime) -> tuple[Change, ...]:
    """What becomes of them when cases that were joined go their own ways, or one becomes several."""
    day = now.date()
    apart = {n: due(_with(case, act, tuple(cases), now), lawbook.days(), day) for n, case in cases.items()}
    return tuple(_changes(_together(cases, day), apart))


def _bound(cases: Mapping[str, Case], day: date) -> Readings:
    return {n: due(case, lawbook.days(), day) for n, case in cases.items()}


def _together(cases: Mapping[str, Case], day: date) -> Readings:
    whole = Joint(cases)
    return {n: readings_of(whole, n, lawbook.days(), day) for n in cases}


def _with(case: Case, act: Act, others: tuple[str, ...], now: datetime) -> Case:
    """The case as if the act were done: nothing is recorded, and nobody did it."""
    return case.with_record(Record(act.id, (), now.date(), now, cases=others))


def _changes(before: Readings, after: Readings) -> Iterator[Change]:
    for number, held in before.items():
        for name, reading in held.items():
            then = after[number][name]
            if reading.running or then.running:
                clock = reading.clock
                yield Change(number, clock.title, str(clock.basis), reading.day, then.day)


TIED = (Kind.JOINDER, Kind.SEVERANCE)
"""Acts that need to know of other cases, and so have a page of their own."""
