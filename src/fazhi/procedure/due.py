"""When a case's clocks fall due: derived from its records each time and stored nowhere."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fazhi.law import act as law
from fazhi.law.calendar import Calendar
from fazhi.law.due import Due
from fazhi.law.last_day import last_day
from fazhi.law.period import Period
from fazhi.procedure.case import Case
from fazhi.procedure.clock import Clock, Pause
from fazhi.procedure.record import Record
from fazhi.procedure.value import whole
from fazhi.procedure.view import View


@dataclass(frozen=True)
class Reading:
    """A clock of a case; ``day`` is ``None`` before it starts, while it pauses and where nothing is fixed."""

    clock: Clock
    started: date | None = None
    stopped: date | None = None
    day: date | None = None
    due: Due | None = None
    """The whole computation, where the law fixes a period."""

    @property
    def running(self) -> bool:
        """Whether it started and the thing is not done."""
        return self.started is not None and self.stopped is None

    def expired(self, at: date) -> bool:
        """Whether the last day passed with the thing undone, by a day; a thing done too late stays late."""
        return self.day is not None and self.started is not None and self.day < (self.stopped or at)

    def late(self, at: date) -> bool:
        """Whether somebody is late with it: nobody is with a time that has to pass first."""
        return not self.clock.at_least and self.expired(at)

    def explain(self) -> tuple[str, ...]:
        """How the day comes about, in Chinese."""
        if self.started is None:
            return (f"“{self.clock.title}”尚未起算（{self.clock.basis}）",)
        if self.clock.undetermined:
            return (f"期限尚未确定，由{self.clock.undetermined}确定；确定前不计算日期",)
        if self.clock.ahead:
            return (f"最迟在机关确定的日期的{self.clock.ahead}前（{self.clock.basis}）",)
        return self.due.explain() if self.due else (f"期限由机关在个案中确定（{self.clock.basis}）",)


def due(case: Case, calendar: Calendar, at: date | None = None) -> Mapping[str, Reading]:
    """Every clock of the case as it stands on a day (the day of the last record where none is given)."""
    day = at or case.latest or date.min
    standing = case.as_of(day)
    return {clock.id: reading(clock, standing, calendar, day) for clock in case.edition.clocks}


def reading(clock: Clock, case: Case, calendar: Calendar, at: date) -> Reading:
    """One clock of a case whose records all happened by ``at``."""
    started = max(_days(case, clock.starts), default=None)
    if started is None or (clock.when and not clock.when.holds(View(case.state))):
        return Reading(clock)
    stopping = (*_stops(clock, case), *_end(case))
    stopped = min((day for day in stopping if day >= started), default=None)
    if clock.budget is None:
        return Reading(clock, started, stopped, _fixed(clock, case, calendar))
    acts = tuple(_acts(clock, case, calendar, at))
    found = clock.budget.due(acts, calendar)
    return Reading(clock, started, stopped, found.day if found else None, found)


def _fixed(clock: Clock, case: Case, calendar: Calendar) -> date | None:
    day = case.state.facts.get(clock.set_by)
    if not isinstance(day, date):
        return None
    return last_day(day, clock.ahead, calendar, backward=True).day if clock.ahead else day


def _days(case: Case, acts: tuple[str, ...]) -> Iterator[date]:
    return (record.happened_on for record in case.history if record.act in acts)


def _stops(clock: Clock, case: Case) -> list[date]:
    """The days of acts that stop it; of a time that several were given, those on which nobody's was left."""
    if not clock.for_each:
        return list(_days(case, clock.stops))
    found: list[date] = []
    waiting = 0
    for record in case.history:
        if record.act in clock.starts:
            waiting += 1
            found = [day for day in found if day < record.happened_on]
        elif record.act in clock.stops and waiting:
            waiting -= 1
            found += [] if waiting else [record.happened_on]
    return found


def _end(case: Case) -> Iterator[date]:
    """The day on which the case ended: no clock runs beyond it."""
    if case.state.outcome:
        ending = {act.id for act in case.edition.acts if act.may_end}
        yield max(record.happened_on for record in case.history if record.act in ending)


def _acts(clock: Clock, case: Case, calendar: Calendar, at: date) -> Iterator[law.Act]:
    yield from (law.Started(day) for day in _days(case, clock.starts))
    yield from (law.Stopped(day) for day in (*_stops(clock, case), *_end(case)))
    yield from _extensions(clock, case)
    for pause in clock.pauses:
        ending = _expiry(pause, case, calendar, at)
        for since, until in _opened(pause, case.history):
            yield from _paused(pause, since, until, ending)


def _extensions(clock: Clock, case: Case) -> Iterator[law.Extended]:
    way = clock.extended_by
    if way is None or clock.budget is None:
        return
    for record in case.history:
        if record.act == way.act and (amount := whole(_amount(way.amount, record, case))):
            role = case.edition.role[case.edition.act[way.act].by]
            yield law.Extended(
                record.happened_on, Period(amount, clock.budget.budget.unit), _approver(clock, role.holder)
            )


def _amount(fact: str, record: Record, case: Case) -> object:
    return record.facts.get(fact, case.state.facts.get(fact))


def _approver(clock: Clock, holder: str) -> str:
    """The approver that the rule names where another act than the approval tells of it (告知申请人)."""
    extension = clock.budget.extension if clock.budget else None
    return extension.approver if extension and extension.approver else holder


def _expiry(pause: Pause, case: Case, calendar: Calendar, at: date) -> date | None:
    """The day on which the pause ends by itself, once it has come."""
    other = case.edition.clock.get(pause.or_expiry_of)
    found = reading(other, case, calendar, at).day if other else None
    return found if found and found < at else None


def _opened(pause: Pause, history: tuple[Record, ...]) -> Iterator[tuple[date, date | None]]:
    """Stretches in which something asked was not answered; two overlapping ones make one."""
    open_since: date | None = None
    waiting = 0
    for record in history:
        if record.act in pause.since:
            open_since, waiting = (open_since if waiting else record.happened_on), waiting + 1
        elif record.act in pause.until and waiting:
            waiting -= 1
            if not waiting and open_since:
                yield open_since, record.happened_on
    if waiting and open_since:
        yield open_since, None


def _paused(pause: Pause, since: date, until: date | None, ending: date | None) -> Iterator[law.Act]:
    why = str(pause.basis)
    closed = min((day for day in (until, ending) if day and day >= since), default=None)
    if pause.excluded and closed:
        yield law.Excluded(since, closed, why)
        return
    yield law.Suspended(since, why)
    if closed:
        yield law.Resumed(closed)


def expiry(case: Case, calendar: Calendar, at: date) -> Callable[[str], bool]:
    """For a case whose records all happened by ``at``: whether a clock has run out; worked out once each."""
    found: dict[str, bool] = {}

    def expired(name: str) -> bool:
        if name not in found:
            found[name] = reading(case.edition.clock[name], case, calendar, at).expired(at)
        return found[name]

    return expired
