"""What falls due lies within the term, never twice on one day, and covers the term without a gap."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.duties.schedule import Term, slots

TERM = Term(date(2022, 9, 7), date(2025, 12, 31))
DAYS = st.dates(date(2000, 1, 1), date(2049, 12, 31))
TERMS = st.tuples(DAYS, DAYS).map(lambda days: Term(min(days), max(days)))
EVERY = {"每年": 12, "每半年": 6, "每季度": 3, "每月": 1, "每两年": 24}
FREQUENCIES = st.sampled_from([*EVERY, "", "定期", "任期内至少一次", "每年至少两次"])


@given(FREQUENCIES, st.sampled_from(["", "两次", "不少于60学时"]), TERMS)
def test_slots_lie_in_the_term_in_order_and_on_days_of_their_own(
    frequency: str, quantity: str, term: Term
) -> None:
    days = [slot.due_on for slot in slots(frequency, quantity, None, term)]
    assert days == sorted(set(days))
    assert all(term.starts_on <= day <= term.ends_on for day in days)


@given(st.sampled_from(list(EVERY)), TERMS)
def test_a_repeated_duty_leaves_no_period_of_the_term_out(frequency: str, term: Term) -> None:
    found = slots(frequency, "", None, term)
    assert found[-1].due_on == term.ends_on
    longest = timedelta(days=31 * EVERY[frequency])
    starts = [term.starts_on, *(slot.due_on for slot in found)]
    assert all(b - a <= longest for a, b in pairwise(starts))


@given(FREQUENCIES, TERMS, DAYS)
def test_nothing_falls_due_after_a_date_that_the_text_names(frequency: str, term: Term, due: date) -> None:
    assert all(slot.due_on <= due for slot in slots(frequency, "", due, term))


@pytest.mark.parametrize(
    ("frequency", "labels"),
    [
        ("每年至少两次", ["2022年", "2023年", "2024年", "2025年"]),
        ("每两年", ["2022—2023年", "2024—2025年"]),
        ("", ["期末"]),
        ("定期", ["定期（间隔未定）"]),
        ("任期内至少一次", ["任期内"]),
        ("每人每年", ["2022年", "2023年", "2024年", "2025年"]),
        ("每20年", ["每20年（间隔未定）"]),
    ],
)
def test_labels_say_which_period(frequency: str, labels: list[str]) -> None:
    assert [slot.label for slot in slots(frequency, "", None, TERM)] == labels


def test_how_many_times_comes_from_frequency_or_quantity_and_is_bounded() -> None:
    assert {s.required for s in slots("每年", "两次", None, TERM)} == {2}
    assert slots("", "9999999999999999999999次", None, TERM)[0].required == 10_000
