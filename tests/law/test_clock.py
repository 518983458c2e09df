"""Clocks: what the ledger of acts says is what a day-by-day count says, in whatever order it was recorded."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.law.act import Act, Excluded, Extended, Resumed, Started, Stopped, Suspended
from fazhi.law.calendar import Calendar
from fazhi.law.clock import Clock, Extension
from fazhi.law.due import Due
from fazhi.law.period import Period
from fazhi.law.unit import Unit
from tests.law.calendars import DAY, OFFICIAL, until, walked

DAYS, WORKING = Unit.CALENDAR_DAY, Unit.WORKING_DAY
THIRTY = Period(30, DAYS)
RECONSIDERATION = Clock(Period(60, DAYS), Extension(THIRTY, 1, "行政复议机构负责人"))
DISCLOSURE = Clock(Period(20, WORKING), Extension(Period(20, WORKING)))
START = date(2024, 3, 1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def due(clock: Clock, *acts: Act, calendar: Calendar = OFFICIAL) -> Due:
    found = clock.due([Started(START), *acts], calendar)
    assert found
    return found


def test_a_clock_that_did_not_start_has_no_due_date() -> None:
    assert RECONSIDERATION.due([Suspended(START)], OFFICIAL) is None


def test_a_reconsideration_suspended_twice_is_due_on_the_day_its_ledger_says() -> None:
    answer = due(
        RECONSIDERATION,
        Suspended(day("2024-03-11"), "需要有权机关作出解释"), Resumed(day("2024-03-21")),
        Suspended(day("2024-04-01"), "下落不明"), Resumed(day("2024-04-06")),
    )  # fmt: skip
    assert answer.day == day("2024-05-15")  # 60 days end on 30 April, 10 and 5 days did not count
    text = "".join(answer.explain())
    assert "2024-03-12至2024-03-21不计入：需要有权机关作出解释" in text


def test_an_extension_runs_from_the_raw_end_and_not_from_the_moved_one() -> None:
    start = Started(day("2024-08-02"))  # day 60 is 1 October, moved to the 8th
    extended = Extended(day("2024-09-20"), THIRTY, "行政复议机构负责人")
    answer = RECONSIDERATION.due([start, extended], OFFICIAL)
    assert answer
    assert answer.day == day("2024-10-31")


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (Extended(day("2024-04-20"), Period(31, DAYS)), "超过延长上限30日"),
        (Extended(day("2024-04-20"), THIRTY, "行政复议机关负责人"), "应由行政复议机构负责人批准"),
        (Extended(day("2024-05-06"), THIRTY), "批准时期限已经届满"),
        (Extended(day("2024-04-20"), Period(1, Unit.MONTH)), "超过延长上限30日"),
    ],
)
def test_an_extension_outside_its_cap_changes_nothing_and_says_why(act: Extended, reason: str) -> None:
    answer = due(RECONSIDERATION, act)
    assert answer.day == due(RECONSIDERATION).day == day("2024-04-30")
    assert [item.reason for item in answer.refused] == [reason]
    assert reason in "".join(answer.explain())


def test_only_so_many_extensions_hold() -> None:
    answer = due(RECONSIDERATION, Extended(day("2024-04-20"), THIRTY), Extended(day("2024-04-21"), THIRTY))
    assert answer.day == day("2024-05-30")
    assert [item.reason for item in answer.refused] == ["只能延长1次"]


def test_where_the_law_knows_no_extension_none_holds() -> None:
    answer = due(Clock(THIRTY), Extended(day("2024-03-20"), THIRTY))
    assert (answer.day, answer.refused[0].reason) == (day("2024-04-01"), "法律没有规定可以延长")


def test_an_open_suspension_pauses_the_clock_with_what_is_left() -> None:
    answer = due(RECONSIDERATION, Suspended(day("2024-03-11")))
    assert (answer.paused, answer.day, answer.remaining) == (True, None, 50)
    assert not answer.overdue(day("2026-01-01"))
    working = due(DISCLOSURE, Suspended(day("2024-03-11")))
    assert working.remaining == 14


def test_a_suspension_after_the_end_changes_nothing() -> None:
    assert due(RECONSIDERATION, Suspended(day("2024-05-08"))).day == day("2024-04-30")


def test_consulting_a_third_party_does_not_count_towards_the_answer() -> None:
    answer = due(DISCLOSURE, Excluded(day("2024-03-08"), day("2024-03-22"), "征求第三方意见"))
    assert answer.day == day("2024-04-16")  # 4 days of March before, then 16 more; 7 April is worked
    assert "征求第三方意见" in "".join(answer.explain())


def test_the_first_day_of_an_excluded_span_is_open_so_the_shorter_date_is_shown_too() -> None:
    answer = due(RECONSIDERATION, Excluded(day("2024-03-11"), day("2024-03-20"), "鉴定"))
    assert answer.day == day("2024-05-10")
    assert answer.conservative == day("2024-05-09")
    assert any(step.startswith("如扣除期间的首日计入，末日为2024-05-09") for step in answer.explain())


def test_a_restart_begins_the_whole_period_anew() -> None:
    acts = (Suspended(day("2024-03-11")), Extended(day("2024-03-10"), THIRTY), Started(day("2024-04-10")))
    assert due(RECONSIDERATION, *acts).day == day("2024-06-11")


def test_months_take_the_corresponding_day_and_then_the_days_left_out() -> None:
    clock = Clock(Period(6, Unit.MONTH))
    acts = [Started(day("2023-08-31")), Excluded(day("2023-10-01"), day("2023-10-10"), "公告")]
    answer = clock.due(acts, OFFICIAL)
    assert answer
    assert (answer.last and answer.last.raw, answer.day) == (day("2024-03-10"), day("2024-03-11"))


def test_done_in_time_is_never_overdue() -> None:
    assert not due(RECONSIDERATION, Stopped(day("2024-04-30"))).overdue(day("2025-01-01"))
    assert due(RECONSIDERATION, Stopped(day("2024-05-06"))).overdue(day("2024-05-06"))
    assert due(RECONSIDERATION).overdue(day("2024-05-01"))


def test_a_due_date_in_a_year_without_notice_is_not_guessed() -> None:
    answer = RECONSIDERATION.due([Started(day("2026-11-05"))], OFFICIAL)
    assert answer
    assert (answer.day, answer.provisional, answer.paused) == (None, True, False)


def test_when_the_notice_comes_the_date_follows_from_it() -> None:
    acts = [Started(day("2023-11-03")), Suspended(day("2023-12-20")), Resumed(day("2023-12-28"))]
    before, after = (RECONSIDERATION.due(acts, calendar) for calendar in (until(2023), until(2024)))
    assert before
    assert after
    assert (before.day, after.day) == (None, day("2024-01-10"))


def test_hours_cannot_be_suspended_and_units_are_not_mixed() -> None:
    with pytest.raises(Fault, match=r"law\.E110"):
        Clock(Period(24, Unit.HOUR))
    with pytest.raises(Fault, match=r"law\.E111"):
        Clock(Period(20, WORKING), Extension(Period(10, DAYS)))


DATES = st.dates(date(2015, 1, 1), date(2015, 12, 31))
LATER = st.integers(0, 40)
ACTS = st.lists(
    st.builds(Suspended, DATES)
    | st.builds(Resumed, DATES)
    | st.builds(lambda since, n: Excluded(since, since + n * DAY, "鉴定"), DATES, LATER)
    | st.builds(lambda on, n: Extended(on, Period(n, DAYS)), DATES, st.integers(1, 45)),
    max_size=8,
)
BUDGETS = st.builds(Period, st.integers(1, 90), st.sampled_from([DAYS, WORKING]))


@given(BUDGETS, DATES, ACTS, st.randoms(use_true_random=False))
def test_the_order_of_recording_does_not_matter(budget: Period, start: date, acts: list[Act], luck) -> None:  # type: ignore[no-untyped-def]
    clock = Clock(budget, Extension(Period(30, budget.unit), 2))
    recorded = [Started(start), *acts]
    shuffled = luck.sample(recorded, len(recorded))
    assert clock.due(recorded, OFFICIAL) == clock.due(shuffled, OFFICIAL)


@given(BUDGETS, DATES, ACTS)
def test_the_due_date_is_that_of_a_count_day_by_day(budget: Period, start: date, acts: list[Act]) -> None:
    """The oracle knows no spans or tables: it goes through the days and asks of each whether it counts."""
    found = Clock(budget).due([Started(start), *acts], OFFICIAL)
    assert found
    expected = counted(budget, start, acts)
    assert (found.last.raw if found.last else None) == expected
    if expected:
        assert found.day == walked(expected - DAY, 1, OFFICIAL)


def counted(budget: Period, start: date, acts: list[Act]) -> date | None:
    left, today, suspended = budget.amount, start, suspended_on(start, acts, False)
    while left:
        today += timedelta(days=1)
        if today > date(2024, 1, 1):
            return None
        free = not suspended and not excluded(today, acts)
        left -= free and (budget.unit is DAYS or OFFICIAL.rest(today) is None)
        suspended = suspended_on(today, acts, suspended)
    return today


def suspended_on(today: date, acts: list[Act], before: bool) -> bool:
    """Whether the clock stands still at the end of a day, given how the day began."""
    suspends = Suspended(today) in acts
    resumes = Resumed(today) in acts
    return suspends if before and resumes else before or (suspends and not resumes)


def excluded(today: date, acts: list[Act]) -> bool:
    return any(isinstance(act, Excluded) and act.since <= today <= act.until for act in acts)


@given(DATES, ACTS, st.sampled_from([2014, 2015]))
def test_a_calendar_edit_gives_what_starting_from_scratch_gives(
    start: date, acts: list[Act], known: int
) -> None:
    """Once the missing notices are loaded nothing of the earlier, provisional answer is left."""
    clock = Clock(Period(20, WORKING))
    recorded = [Started(start), *acts]
    earlier = clock.due(recorded, until(known))
    later = clock.due(recorded, until(2026))
    assert later == clock.due(recorded, OFFICIAL)
    assert earlier
    assert later
    if earlier.last and later.last:
        assert earlier.last.raw <= later.last.raw
