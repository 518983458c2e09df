"""A statutory clock: a budget, what suspended, excluded and extended it, and the day that follows from them.

The day is derived from the acts each time it is asked for and stored nowhere, so that a late record, a
correction or a new calendar cannot leave a stale date behind.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fazhi.fault import Fault
from fazhi.law.act import DAY, Act, Excluded, Extended, Span, Started, Stopped, spans
from fazhi.law.calendar import Calendar
from fazhi.law.due import Due, Refused
from fazhi.law.last_day import LastDay, last_day, settled
from fazhi.law.period import Period
from fazhi.law.unit import Unit


@dataclass(frozen=True)
class Extension:
    """How the law lets a period grow: at most ``by`` each time, so many times, on whose approval.

    ``times`` is ``None`` and ``approver`` empty where the law does not say.
    """

    by: Period
    times: int | None = 1
    approver: str = ""


@dataclass(frozen=True)
class Clock:
    """A period as a rule prescribes it; counted in days, months or years, an hour cannot be suspended.

    >>> from fazhi.law.year import State, Year
    >>> calendar = Calendar([Year(2023, State.ANNOUNCED)])
    >>> clock = Clock(Period(60, Unit.CALENDAR_DAY), Extension(Period(30, Unit.CALENDAR_DAY)))
    >>> due = clock.due([Started(date(2023, 3, 1))], calendar)
    >>> due.day if due else None
    datetime.date(2023, 5, 1)
    """

    budget: Period
    extension: Extension | None = None
    roll: bool = True
    moved_by: str = ""
    """The article that moves a last day of rest; empty where the clock rests on no rule."""

    def __post_init__(self) -> None:
        if self.budget.unit is Unit.HOUR:
            raise Fault("law.E110", "按小时计算的期间不能作为可中止的时钟", "请直接计算截止时刻")
        if self.extension and self.extension.by.unit is not self.budget.unit:
            raise Fault("law.E111", "延长的单位与期间的单位不同", "请按同一单位写延长上限")

    def due(self, acts: Iterable[Act], calendar: Calendar) -> Due | None:
        """When it falls due after these acts, whatever the order they come in; ``None`` before it starts."""
        acts = tuple(acts)
        start = max((act.on for act in acts if isinstance(act, Started)), default=None)
        if start is None:
            return None
        away = spans(acts, start)
        granted, refused = self._extensions(acts, start, away, calendar)
        total = self._total(granted)
        shorter = spans(_shortened(acts), start)
        return Due(
            start=start,
            total=total,
            last=self._last(start, total, away, calendar),
            shortest=self._last(start, total, shorter, calendar),
            spans=away,
            granted=granted,
            refused=refused,
            stopped=min((a.on for a in acts if isinstance(a, Stopped) and a.on >= start), default=None),
            remaining=self._remaining(start, total, away, calendar),
        )

    def _total(self, granted: tuple[Extended, ...]) -> Period:
        return replace(self.budget, amount=self.budget.amount + sum(act.by.amount for act in granted))

    def _extensions(
        self, acts: tuple[Act, ...], start: date, away: tuple[Span, ...], calendar: Calendar
    ) -> tuple[tuple[Extended, ...], tuple[Refused, ...]]:
        """The extensions that hold, in the order of their days, and the others with the reason."""
        asked = [act for act in acts if isinstance(act, Extended) and act.on >= start]
        granted: tuple[Extended, ...] = ()
        refused: tuple[Refused, ...] = ()
        for act in sorted(asked, key=lambda act: (act.on, act.by.unit, act.by.amount, act.approver)):
            last = self._last(start, self._total(granted), away, calendar)
            if reason := self._objection(act, len(granted), last):
                refused = (*refused, Refused(act, reason))
            else:
                granted = (*granted, act)
        return granted, refused

    def _objection(self, act: Extended, before: int, last: LastDay | None) -> str:
        cap = self.extension
        if cap is None:
            return "法律没有规定可以延长"
        if act.by.unit is not cap.by.unit or act.by.amount > cap.by.amount:
            return f"超过延长上限{cap.by}"
        if cap.times is not None and before >= cap.times:
            return f"只能延长{cap.times}次"
        if cap.approver and act.approver and act.approver != cap.approver:
            return f"应由{cap.approver}批准"
        if last and act.on > (last.day or last.raw):
            return "批准时期限已经届满"
        return ""

    def _last(self, start: date, total: Period, away: tuple[Span, ...], calendar: Calendar) -> LastDay | None:
        """The last day, or ``None`` while an open suspension keeps the period from ending."""
        if self.budget.unit is Unit.WORKING_DAY:
            return self._last_working(start, total, away, calendar)
        end = total.end(start)
        for span in away:
            if span.since > end:
                break
            if span.open:
                return None
            end += span.until - span.since + DAY
        return replace(settled(start, total, end, calendar, roll=self.roll), moved_by=self.moved_by)

    def _last_working(
        self, start: date, total: Period, away: tuple[Span, ...], calendar: Calendar
    ) -> LastDay | None:
        answer = last_day(start, total, calendar)
        for span in away:
            if span.since > answer.raw:
                break
            if span.open:
                return None
            skipped = calendar.working_days(span.since, span.until)
            total = replace(total, amount=total.amount + skipped)
            answer = last_day(start, total, calendar)
        return answer

    def _remaining(
        self, start: date, total: Period, away: tuple[Span, ...], calendar: Calendar
    ) -> int | None:
        """What is left of a paused period: working days for a clock in working days, else calendar days."""
        if not away or not away[-1].open:
            return None
        last = self._last(start, total, away[:-1], calendar)
        paused = away[-1].since
        if last is None or paused > last.raw:
            return None
        in_days = self.budget.unit is Unit.WORKING_DAY
        return calendar.working_days(paused, last.raw) if in_days else (last.raw - paused).days + 1


def _shortened(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """The acts with each excluded span a day shorter: the law does not say whether its first day counts."""
    return tuple(
        replace(act, since=act.since + timedelta(days=1)) if isinstance(act, Excluded) else act
        for act in acts
    )
