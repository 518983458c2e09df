"""A period day by day, as anybody can check it on a wall calendar: counted, at rest, moved over, last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fazhi.law.calendar import DAY, MAKE_UP
from fazhi.law.last_day import LastDay
from fazhi.law.moment import day_of
from fazhi.law.unit import Unit
from fazhi.law.year import State


class Part(StrEnum):
    """What a day is to the period."""

    OUTSIDE = "outside"
    EVENT = "event"
    COUNTED = "counted"
    SKIPPED = "skipped"
    """A day of rest within a period in working days."""
    MOVED = "moved"
    """A day of rest at the end, passed over on the way to the last day."""
    LAST = "last"

    @property
    def chinese(self) -> str:
        """The part in a word.

        >>> Part.MOVED.chinese, Part.EVENT.chinese
        ('顺延', '起算日，不计入')
        """
        return CHINESE[self]


CHINESE = {
    Part.OUTSIDE: "期间外",
    Part.EVENT: "起算日，不计入",
    Part.COUNTED: "计入",
    Part.SKIPPED: "不计入",
    Part.MOVED: "顺延",
    Part.LAST: "最后一日",
}
NUMBERED = {Unit.WORKING_DAY, Unit.CALENDAR_DAY}
"""Units of which a day has a number; the days of a month or a year have none."""


@dataclass(frozen=True)
class StripDay:
    """One day of a strip; ``number`` is its count where the unit has one and the day is counted."""

    day: date
    part: Part
    number: int | None
    name: str
    """Why it is a day of rest (a festival, 周末), 调休上班, or empty on a plain working day."""
    state: State

    @property
    def says(self) -> str:
        """The day's part in words, for a table or a screen reader."""
        number = f"第{self.number}日" if self.number else ""
        open_end = "安排未公布" if self.state is State.UNKNOWN else ""
        return "，".join(filter(None, (self.part.chinese, number, self.name, open_end)))


@dataclass(frozen=True)
class Strip:
    """The days of an answer, each worked out when it is looked at: a period may be twenty years long.

    >>> from fazhi.law.calendar import Calendar
    >>> from fazhi.law.last_day import last_day
    >>> from fazhi.law.period import Period
    >>> from fazhi.law.year import Year
    >>> plain = Calendar([Year(2023, State.ANNOUNCED)])
    >>> strip = Strip(last_day(date(2023, 3, 1), Period(10, Unit.CALENDAR_DAY), plain))
    >>> [(each.day.day, each.part.value, each.number) for each in strip.days(date(2023, 3, 10))]
    [(10, 'counted', 9), (11, 'moved', 10), (12, 'moved', None), (13, 'last', None)]
    """

    answer: LastDay

    @property
    def end(self) -> date:
        """The last day, or the unmoved one where nothing more can be said."""
        return day_of(self.answer.day or self.answer.raw)

    @property
    def span(self) -> tuple[date, date]:
        """First and last day of the strip, in the order of the calendar."""
        since, until = sorted((day_of(self.answer.event), self.end))
        return since, until

    def days(self, since: date | None = None, until: date | None = None) -> Iterator[StripDay]:
        """The days from ``since`` to ``until``, by default the whole span."""
        first, last = since or self.span[0], until or self.span[1]
        return (self.at(first + timedelta(days=n)) for n in range((last - first).days + 1))

    def at(self, day: date) -> StripDay:
        """What one day is to the period."""
        part, calendar = self._part(day), self.answer.calendar
        name = calendar.rest(day) or (MAKE_UP if self._make_up(day) else "")
        numbered = part in (Part.COUNTED, Part.LAST, Part.MOVED) and self.answer.period.unit in NUMBERED
        number = self._number(day) if numbered and not self._beyond_raw(day) else None
        return StripDay(day, part, number, name, calendar.state(day))

    def _part(self, day: date) -> Part:
        since, until = self.span
        if not since <= day <= until:
            return Part.OUTSIDE
        if day == self.end:
            return Part.LAST
        if day == day_of(self.answer.event):
            return Part.EVENT
        if self.answer.rolled and day >= day_of(self.answer.raw):
            return Part.MOVED
        at_rest = self.answer.calendar.rest(day) is not None
        return Part.SKIPPED if at_rest and self.answer.period.unit is Unit.WORKING_DAY else Part.COUNTED

    def _number(self, day: date) -> int:
        event = day_of(self.answer.event)
        if self.answer.period.unit is Unit.CALENDAR_DAY:
            return abs((day - event).days)
        since, until = (day, event - DAY) if self.answer.backward else (event + DAY, day)
        return self.answer.calendar.working_days(since, until)

    def _beyond_raw(self, day: date) -> bool:
        return self.answer.rolled and day > day_of(self.answer.raw)

    def _make_up(self, day: date) -> bool:
        known = self.answer.calendar.state(day) is not State.UNKNOWN
        return known and day.weekday() >= 5 and self.answer.calendar.rest(day) is None
