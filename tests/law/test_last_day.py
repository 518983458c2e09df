"""When periods end: sentences of the law, and the fast count held against a day-by-day walk."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.law.ground import CORRESPONDING, DAY_ZERO, ROLL
from fazhi.law.last_day import LastDay, last_day
from fazhi.law.period import Period
from fazhi.law.unit import Unit
from fazhi.packs.statutes import catalogue
from tests.law.calendars import DAY, OFFICIAL, until, walked

WORKING = Unit.WORKING_DAY
DAYS = Unit.CALENDAR_DAY
EVENTS = st.dates(date(2004, 1, 1), date(2025, 12, 31))
ROLLING = st.builds(Period, st.integers(1, 100), st.just(DAYS)) | st.builds(
    Period, st.integers(1, 11), st.just(Unit.MONTH)
)


def end(event: str, amount: int, unit: Unit, *, backward: bool = False, roll: bool = True) -> LastDay:
    period = Period(amount, unit)
    return last_day(date.fromisoformat(event), period, OFFICIAL, backward=backward, roll=roll)


@pytest.mark.parametrize(
    ("event", "amount", "unit", "expected"),
    [
        ("2024-02-06", 5, WORKING, "2024-02-19"),  # Spring Festival rests, Sunday 18 February is worked
        ("2024-09-27", 3, WORKING, "2024-10-08"),  # Sunday 29 September is worked, National Day rests
        ("2026-01-15", 30, DAYS, "2026-02-14"),  # a make-up Saturday does not move the last day
        ("2024-02-01", 10, DAYS, "2024-02-18"),  # the move stops on a make-up Sunday
        ("2024-08-02", 60, DAYS, "2024-10-08"),
        ("2023-01-31", 1, Unit.MONTH, "2023-02-28"),
        ("2024-01-31", 1, Unit.MONTH, "2024-02-29"),
        ("2024-02-28", 1, Unit.MONTH, "2024-03-28"),
        ("2024-02-29", 1, Unit.YEAR, "2025-02-28"),
        ("2022-12-01", 30, DAYS, "2023-01-03"),  # over the turn of the year
    ],
)
def test_a_period_ends_on_the_day_the_law_says(event: str, amount: int, unit: Unit, expected: str) -> None:
    answer = end(event, amount, unit)
    assert answer.day == date.fromisoformat(expected)
    assert not answer.provisional


def test_new_years_eve_2024_is_a_working_day() -> None:
    assert end("2024-02-07", 2, WORKING).day == date(2024, 2, 9)


def test_without_roll_the_last_day_stays_on_the_day_of_rest() -> None:
    answer = end("2024-08-02", 60, DAYS, roll=False)
    assert (answer.day, answer.rolled) == (date(2024, 10, 1), False)


def test_a_backward_period_leaves_out_the_event_and_never_moves() -> None:
    assert end("2024-02-20", 5, WORKING, backward=True).day == date(2024, 2, 7)
    answer = end("2024-10-10", 7, DAYS, backward=True)
    assert (answer.raw, answer.day, answer.rolled) == (date(2024, 10, 3), date(2024, 10, 3), False)
    assert answer.conservative == date(2024, 9, 30)


def test_hours_run_on_over_days_of_rest() -> None:
    answer = last_day(datetime.fromisoformat("2024-02-09T15:30"), Period(24, Unit.HOUR), OFFICIAL)
    assert answer.day == datetime.fromisoformat("2024-02-10T15:30")
    assert not answer.rolled


def test_hours_need_an_instant() -> None:
    with pytest.raises(Fault, match=r"law\.E102"):
        end("2024-02-09", 24, Unit.HOUR)


def test_the_time_of_day_of_an_event_does_not_matter_to_days() -> None:
    evening = datetime.fromisoformat("2024-02-06T23:59")
    assert last_day(evening, Period(5, WORKING), OFFICIAL).day == date(2024, 2, 19)


def test_a_year_without_notice_gives_the_raw_day_and_never_a_guess() -> None:
    answer = end("2026-11-05", 60, DAYS)
    assert (answer.raw, answer.day, answer.provisional) == (date(2027, 1, 4), None, True)
    assert answer.conservative == date(2026, 12, 31)


def test_a_move_that_leaves_the_announced_years_is_not_made() -> None:
    answer = last_day(date(2022, 12, 1), Period(30, DAYS), until(2022))
    assert (answer.raw, answer.day, answer.conservative) == (date(2022, 12, 31), None, date(2022, 12, 30))


def test_a_last_working_day_of_the_year_needs_no_notice_for_the_next() -> None:
    answer = last_day(date(2026, 12, 1), Period(30, DAYS), OFFICIAL)
    assert (answer.day, answer.provisional) == (date(2026, 12, 31), False)


def test_working_days_into_an_unknown_year_give_the_earliest_possible_end() -> None:
    answer = end("2026-12-29", 10, WORKING)
    assert (answer.raw, answer.day, answer.provisional) == (date(2027, 1, 8), None, True)
    assert answer.conservative == date(2026, 12, 31)


def test_counting_back_from_an_unknown_year_gives_the_latest_possible_day() -> None:
    answer = end("2027-01-06", 7, WORKING, backward=True)
    assert (answer.raw, answer.day) == (date(2026, 12, 30), None)
    assert answer.conservative == walked(date(2027, 1, 1), 7, OFFICIAL, -DAY)


def test_a_projected_year_gives_a_provisional_day() -> None:
    answer = last_day(date(2023, 12, 27), Period(5, WORKING), until(2023, projected=True))
    assert (answer.day, answer.provisional) == (date(2024, 1, 4), True)
    assert answer.conservative == date(2023, 12, 29)


def test_before_the_first_year_nothing_is_known() -> None:
    answer = end("2003-12-20", 3, WORKING)
    assert (answer.day, answer.conservative, answer.provisional) == (None, None, True)
    assert end("2003-12-31", 1, WORKING).day == date(2004, 1, 2)


@pytest.mark.parametrize(
    ("event", "amount", "unit"),
    [("9999-12-31", 1, DAYS), ("9999-12-30", 3, WORKING), ("2024-01-01", 10**12, DAYS)],
)
def test_beyond_the_calendar_is_refused(event: str, amount: int, unit: Unit) -> None:
    with pytest.raises(Fault, match=r"law\.E103"):
        end(event, amount, unit)


@pytest.mark.parametrize("amount", [0, -5])
def test_a_period_is_at_least_one_long(amount: int) -> None:
    with pytest.raises(Fault, match=r"law\.E101"):
        Period(amount, DAYS)


@given(EVENTS, st.integers(1, 200), st.booleans())
def test_working_days_are_those_of_a_walk(event: date, count: int, backward: bool) -> None:
    answer = last_day(event, Period(count, WORKING), OFFICIAL, backward=backward)
    if answer.day:
        assert answer.day == walked(event, count, OFFICIAL, -DAY if backward else DAY)
    else:
        assert answer.provisional


@given(EVENTS, ROLLING)
def test_a_moved_last_day_is_the_first_working_day_from_the_raw_one(event: date, period: Period) -> None:
    answer = last_day(event, period, OFFICIAL)
    assert answer.day is None or answer.day == walked(answer.raw - DAY, 1, OFFICIAL)
    between = [answer.raw + timedelta(days=n) for n in range(((answer.day or answer.raw) - answer.raw).days)]
    assert all(OFFICIAL.rest(day) for day in between)


@given(st.dates(date(2023, 10, 1), date(2023, 12, 31)), st.integers(1, 90), st.booleans())
def test_whatever_the_notice_says_the_bounds_hold(event: date, count: int, backward: bool) -> None:
    """Answered without the 2024 notice, the limit and the safe day agree with the later truth."""
    event = event + timedelta(days=120) if backward else event
    before = last_day(event, Period(count, WORKING), until(2023), backward=backward)
    truth = last_day(event, Period(count, WORKING), OFFICIAL, backward=backward).day
    assert truth
    assert (truth <= before.raw) if backward else (before.raw <= truth)
    assert before.conservative is None or before.conservative <= truth
    assert before.day in {None, truth}


@given(EVENTS, ROLLING, st.booleans())
def test_every_answer_explains_itself_up_to_its_last_day(event: date, period: Period, backward: bool) -> None:
    answer = last_day(event, period, OFFICIAL, backward=backward)
    text = "".join(answer.explain())
    assert event.isoformat() in text
    assert (answer.day or answer.raw).isoformat() in text
    assert "第八十五条" in text


def told(event: str, amount: int, unit: Unit, **more: bool) -> str:
    return "\n".join(end(event, amount, unit, **more).explain())


def test_an_old_date_says_which_edition_numbers_the_articles() -> None:
    text = told("2019-01-31", 1, Unit.MONTH)
    assert "《民事诉讼法》（2023-09-01）第八十五条第二款" in text
    assert "参照《民法典》第二百零二条" in text
    assert "《民事诉讼法》的条号依2023-09-01文本；起算日当时施行的版本没有查明" in text
    assert "《民法典》的条号依现行文本，该法施行日期未注明" in text


def test_a_date_on_which_the_edition_is_shown_in_force_cites_it_plainly() -> None:
    text = told("2026-07-01", 5, WORKING)
    assert "（《民事诉讼法》第八十五条第二款）" in text
    assert "条号" not in text


def test_a_move_that_no_rule_prescribes_is_called_uncertain() -> None:
    moved = told("2024-08-02", 60, DAYS)
    assert "顺延至其后第一个工作日2024-10-08" in moved
    assert "能否顺延须由承办机关法制机构确认" in moved
    assert "能否顺延" in told("2026-11-05", 60, DAYS)  # nobody knows yet whether the last day is one of rest


@pytest.mark.parametrize(
    ("event", "amount", "unit", "more"),
    [
        ("2024-03-01", 10, DAYS, {}),  # the last day is a working day
        ("2024-08-02", 60, DAYS, {"roll": False}),
        ("2024-10-10", 7, DAYS, {"backward": True}),
        ("2024-02-06", 5, WORKING, {}),
    ],
)
def test_where_nothing_moves_nothing_is_uncertain(
    event: str, amount: int, unit: Unit, more: dict[str, bool]
) -> None:
    assert "能否顺延" not in told(event, amount, unit, **more)


def test_a_rule_moves_on_its_own_article() -> None:
    period, basis = Period(60, DAYS), "《行政复议法》第八十八条第一款、《民事诉讼法》第八十五条第三款"
    text = "\n".join(last_day(date(2024, 8, 2), period, OFFICIAL, moved_by=basis).explain())
    assert f"2024-10-08（星期二）（{basis}）" in text
    assert "能否顺延" not in text


def test_hours_say_that_no_article_tells_how_to_count_them() -> None:
    answer = last_day(datetime.fromisoformat("2024-02-09T15:30"), Period(24, Unit.HOUR), OFFICIAL)
    assert "没有查到统一的条文" in answer.explain()[-1]


def test_the_grounds_are_those_of_the_registry() -> None:
    for ground in (DAY_ZERO, ROLL, CORRESPONDING):
        (edition,) = catalogue().find(ground.statute).editions
        assert (edition.promulgated, edition.in_force_by) == (ground.edition, ground.shown)
