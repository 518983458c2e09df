"""A case is the fold of its records, on two axes of time."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fazhi.procedure.case import Case
from fazhi.procedure.due import due
from fazhi.procedure.hindsight import hindsight
from fazhi.procedure.record import Record
from fazhi.procedure.value import Value
from tests.law.calendars import OFFICIAL
from tests.procedure.example import DAY, EDITION, record, told

ACTS = st.sampled_from(["ask", "draft", "review", "send_back", "decide", "serve"])


def entry(act: str, shift: int) -> Record:
    facts: dict[str, Value] = {"passed": shift % 2 == 0} if act == "review" else {}
    return record(act, DAY + timedelta(days=shift), entered=DAY + timedelta(days=30), **facts)


@given(st.lists(st.builds(entry, ACTS, st.integers(0, 20)), max_size=12))
def test_records_added_one_by_one_come_to_the_same_as_the_whole_fold(records: list[Record]) -> None:
    grown = Case(EDITION)
    for each in records:
        grown = grown.with_record(each)
    whole = Case(EDITION, tuple(records))
    assert grown.state == whole.state
    assert grown.history == whole.history


@given(st.lists(st.builds(entry, ACTS, st.integers(0, 20)), max_size=12), st.integers(0, 20))
def test_the_case_as_of_a_day_knows_nothing_later(records: list[Record], shift: int) -> None:
    day = DAY + timedelta(days=shift)
    early = tuple(each for each in records if each.happened_on <= day)
    assert Case(EDITION, tuple(records)).as_of(day).state == Case(EDITION, early).state


def test_what_is_sent_back_has_to_be_done_anew_and_stays_on_file() -> None:
    case = told(record("ask"), record("draft"), record("review", passed=False), record("send_back"))
    assert "draft" not in case.state.done
    assert "passed" not in case.state.facts
    assert [each.act for each in case.records] == ["ask", "draft", "review", "send_back"]


def test_a_correction_replaces_facts_and_day_and_leaves_the_original_on_file() -> None:
    later = DAY + timedelta(days=4)
    right = replace(record("correct", later), corrects=1, reason="签收日期录错", instead_on=date(2024, 2, 28))
    case = told(record("ask"), right)
    assert case.began == date(2024, 2, 28)
    assert case.records[0].happened_on == DAY
    assert case.as_of(DAY).began == date(2024, 2, 28)


def test_a_late_record_moves_the_clock_to_the_day_in_law() -> None:
    late = told(record("ask", DAY, entered=DAY + timedelta(days=5)))
    assert late.records[0].days_late == 5
    assert due(late, OFFICIAL)["decision"].day == due(told(record("ask")), OFFICIAL)["decision"].day


def test_an_undetermined_clock_gives_no_day_and_says_who_decides() -> None:
    case = told(record("ask"), record("draft"), record("review", passed=True), record("decide"))
    reading = due(case, OFFICIAL)["filing"]
    assert reading.running
    assert reading.day is None
    assert "区司法局" in reading.explain()[0]


def test_a_late_record_shows_which_acts_would_not_have_stood() -> None:
    on = [DAY + timedelta(days=n) for n in range(6)]
    lawful = told(
        record("ask", on[0]),
        record("draft", on[1]),
        record("review", on[2], passed=True),
        record("decide", on[4]),
    )
    assert hindsight(lawful, OFFICIAL) == ()
    late = lawful.with_record(record("review", on[3], entered=on[5], passed=False))
    assert [(each.record.act, each.reasons[0].code) for each in hindsight(late, OFFICIAL)] == [
        ("decide", "procedure.E006")
    ]
