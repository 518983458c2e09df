"""Thirty days are thirty days in every month of every year."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fazhi.chapters.decisions.consultation import period

DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@given(DAYS, st.integers(1, 400))
def test_a_period_is_full_from_its_thirtieth_day_on(opened: date, days: int) -> None:
    last = opened + timedelta(days=days)
    assert period.length(opened, last) == days
    assert period.is_full(opened, last) == (last >= period.until(opened)) == (days >= 30)
