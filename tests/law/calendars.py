"""Calendars for tests, and the slow honest way to count that the fast one is held against."""

from datetime import date, timedelta

from fazhi.law.calendar import Calendar
from fazhi.law.year import State, Year
from fazhi.packs import calendar

DAY = timedelta(days=1)
OFFICIAL = calendar.load()


def until(year: int, *, projected: bool = False) -> Calendar:
    """The official calendar as it was known when the notice for a year was the last one.

    With ``projected`` the following year is there too, as somebody foresees it.
    """
    known = [y for y in OFFICIAL.years if y.number <= year]
    following = [y for y in OFFICIAL.years if y.number == year + 1] if projected else []
    return Calendar([*known, *(Year(y.number, State.PROJECTED, y.holidays, y.make_up) for y in following)])


def walked(event: date, count: int, calendar: Calendar, step: timedelta = DAY) -> date:
    """The ``count``-th working day, by looking at one day after the other."""
    day = event
    while count:
        day += step
        count -= calendar.rest(day) is None
    return day
