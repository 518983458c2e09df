"""The table behind the count: edges, states and what lies between two days."""

from datetime import date

import pytest

from fazhi.fault import Fault
from fazhi.law.calendar import Calendar
from fazhi.law.year import State, Year
from tests.law.calendars import OFFICIAL, until


def test_outside_its_years_a_calendar_knows_nothing() -> None:
    assert OFFICIAL.after(date(2003, 12, 30), 1) is None
    assert OFFICIAL.after(date(2026, 12, 31), 1) is None
    assert OFFICIAL.before(date(2004, 1, 1), 1) is None
    assert OFFICIAL.before(date(2027, 1, 2), 1) is None


def test_at_its_edges_a_calendar_still_answers() -> None:
    assert OFFICIAL.after(date(2003, 12, 31), 1) == date(2004, 1, 2)
    assert OFFICIAL.before(date(2027, 1, 1), 1) == date(2026, 12, 31)


def test_what_lies_in_a_span_is_told_in_stretches() -> None:
    told = [(s.name, s.length) for s in OFFICIAL.stretches(date(2024, 2, 9), date(2024, 2, 25))]
    assert told == [("春节", 8), ("调休上班", 1), ("周末", 2)]


def test_a_year_is_announced_projected_or_unknown() -> None:
    calendar = until(2023, projected=True)
    days = (date(2023, 6, 1), date(2024, 6, 1), date(2025, 6, 1))
    assert [calendar.state(day) for day in days] == [State.ANNOUNCED, State.PROJECTED, State.UNKNOWN]
    assert calendar.announced(date(2022, 1, 1), date(2023, 12, 31))
    assert not calendar.announced(date(2023, 1, 1), date(2024, 1, 1))
    assert not calendar.announced(date(2003, 1, 1), date(2004, 1, 1))


def test_a_calendar_that_is_only_projected_has_no_announced_part() -> None:
    assert Calendar([Year(2027, State.PROJECTED)]).announced_part is None


@pytest.mark.parametrize("numbers", [(), (2023, 2025), (2023, 2023)])
def test_years_must_follow_each_other(numbers: tuple[int, ...]) -> None:
    with pytest.raises(Fault, match=r"law\.E104"):
        Calendar(Year(number, State.ANNOUNCED) for number in numbers)
