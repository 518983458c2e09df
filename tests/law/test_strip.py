"""A strip shows each day once, and what it counts is what the period says."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from fazhi.law.last_day import last_day
from fazhi.law.period import Period
from fazhi.law.strip import Part, Strip
from fazhi.law.unit import Unit
from fazhi.law.year import State
from fazhi.packs import calendar

CALENDAR = calendar.load()
EVENTS = st.dates(date(2005, 1, 1), date(2027, 12, 31))


def strip(event: date, amount: int, unit: Unit, *, backward: bool = False) -> Strip:
    return Strip(last_day(event, Period(amount, unit), CALENDAR, backward=backward))


@given(EVENTS, st.integers(1, 40), st.booleans())
def test_the_numbers_of_working_days_run_from_one_to_the_amount(
    event: date, amount: int, backward: bool
) -> None:
    days = strip(event, amount, Unit.WORKING_DAY, backward=backward).days()
    numbers = [day.number for day in days if day.number]
    assert sorted(numbers) == list(range(1, amount + 1))


@given(EVENTS, st.integers(1, 60), st.booleans())
def test_a_strip_has_one_event_and_one_last_day(event: date, amount: int, backward: bool) -> None:
    shown = strip(event, amount, Unit.CALENDAR_DAY, backward=backward)
    parts = [day.part for day in shown.days()]
    assert parts.count(Part.EVENT) == parts.count(Part.LAST) == 1
    assert {parts[0], parts[-1]} == {Part.EVENT, Part.LAST}


def test_a_make_up_sunday_counts_and_says_why() -> None:
    sunday = strip(date(2024, 2, 6), 5, Unit.WORKING_DAY).at(date(2024, 2, 18))
    assert (sunday.number, sunday.name, sunday.says) == (4, "调休上班", "计入，第4日，调休上班")


def test_days_over_which_the_last_day_moves_are_marked() -> None:
    shown = strip(date(2024, 9, 20), 15, Unit.CALENDAR_DAY)
    moved = [day.day.day for day in shown.days() if day.part is Part.MOVED]
    assert moved == [5, 6, 7]
    assert shown.at(date(2024, 10, 8)).part is Part.LAST


def test_a_day_of_which_nothing_is_announced_says_so() -> None:
    day = strip(date(2026, 12, 20), 30, Unit.CALENDAR_DAY).at(date(2027, 1, 5))
    assert day.state is State.UNKNOWN
    assert "安排未公布" in day.says


def test_months_and_hours_have_no_numbered_days() -> None:
    assert not [day for day in strip(date(2024, 1, 31), 1, Unit.MONTH).days() if day.number]
    hours = strip(datetime(2024, 2, 6, 15, 30), 48, Unit.HOUR)  # noqa: DTZ001
    assert [day.part for day in hours.days()] == [Part.EVENT, Part.COUNTED, Part.LAST]
