"""An early day on a late entry undoes nothing, and a correction brings in no day or fact that cannot be."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from fazhi.packs import calendar, procedures
from fazhi.procedure.case import Case
from fazhi.procedure.cast import cast
from fazhi.procedure.clock import Clock
from fazhi.procedure.due import due
from fazhi.procedure.fact import Fact, FactKind
from fazhi.procedure.perform import refusals
from fazhi.procedure.person import Person
from fazhi.procedure.record import Record
from fazhi.procedure.value import Value
from tests.procedure.example import DAY, EDITION, article, record, told

DAYS = calendar.load()
LATER = DAY + timedelta(days=6)
MONTH = DAY + timedelta(days=31)
DECIDED = told(record("ask"), record("draft"), record("review", passed=True), record("decide", LATER))


def codes(case: Case, one: Record) -> list[str]:
    return [refusal.code for refusal in refusals(case, one, DAYS)]


def test_what_may_be_done_once_is_not_done_again_under_an_earlier_day() -> None:
    assert codes(DECIDED, record("decide", DAY, entered=MONTH)) == ["procedure.E004"]


def test_what_was_reopened_may_be_done_again_and_entered_late() -> None:
    once = replace(EDITION, acts=tuple(replace(a, at_most=1) if a.id == "draft" else a for a in EDITION.acts))
    back = (record("review", passed=False), record("send_back"), record("draft", LATER))
    case = Case(once, (record("ask"), record("draft"), *back))
    assert codes(case, record("draft", LATER - timedelta(days=1), entered=MONTH)) == ["procedure.E004"]
    first = Case(once, (record("ask"), record("review", LATER)))
    assert codes(first, record("draft", DAY, entered=MONTH)) == []


def test_a_case_that_is_over_does_not_end_again_under_an_earlier_day() -> None:
    closed = DECIDED.with_record(record("serve", MONTH))
    assert "procedure.E002" in codes(closed, record("serve", LATER, entered=MONTH))


def test_who_acts_on_a_later_day_may_not_be_entered_for_the_other_side_under_an_earlier_one() -> None:
    both = Person(
        "甲", frozenset(role.holder for role in EDITION.roles), cast(EDITION)["reviewer"][0].qualifications
    )
    case = told(record("ask"), record("draft", DAY), record("review", LATER, by=(both,), passed=True))
    assert codes(case, record("draft", DAY, entered=MONTH, by=(both,))) == ["procedure.E010"]


@pytest.mark.parametrize("days", [-5, 0, Decimal("2.5"), 10**30])
def test_an_extension_has_whole_days_from_one_on(days: int | Decimal) -> None:
    case = told(record("ask"))
    assert "procedure.E013" in codes(case, record("prolong", DAY, days=days))


def test_a_whole_number_written_as_a_fraction_extends_like_any() -> None:
    case = told(record("ask"), record("prolong", DAY, days=Decimal("3.0")))
    plain = told(record("ask"), record("prolong", DAY, days=3))
    assert due(case, DAYS)["decision"].day == due(plain, DAYS)["decision"].day
    assert codes(told(record("ask")), record("prolong", DAY, days=Decimal(6))) == ["procedure.E020"]


def test_a_day_that_the_organ_fixes_does_not_lie_in_the_past() -> None:
    fixed = Fact("until", "补正期限届满之日", FactKind.DATE, article("九"))
    clock = Clock("answer", "补正期限", ("draft",), ("review",), article("九"), set_by="until")
    acts = tuple(replace(a, asks=("until",)) if a.id == "draft" else a for a in EDITION.acts)
    edition = replace(EDITION, acts=acts, facts=(*EDITION.facts, fixed), clocks=(*EDITION.clocks, clock))
    case = Case(edition, (record("ask"),))
    assert codes(case, record("draft", LATER, until=LATER - timedelta(days=1))) == ["procedure.E021"]
    assert codes(case, record("draft", LATER, until=LATER)) == []


@pytest.mark.parametrize(("number", "instead", "facts", "code"), [
    (2, MONTH + timedelta(days=1), {}, "procedure.E015"),
    (2, DAY - timedelta(days=1), {}, "procedure.E015"),
    (2, None, {"passed": True}, "procedure.E013"),
    (3, None, {"passed": "yes"}, "procedure.E013"),
    (3, None, {"passed": False}, ""),
    (1, DAY - timedelta(days=1), {}, ""),
])  # fmt: skip
def test_a_correction_leaves_a_record_that_could_be(
    number: int, instead: date | None, facts: dict[str, Value], code: str
) -> None:
    right = replace(record("correct", MONTH, **facts), corrects=number, instead_on=instead, reason="录错")
    assert codes(DECIDED, right) == ([code] if code else [])


def test_a_corrected_day_is_still_the_one_that_the_law_names() -> None:
    disclosure = procedures.load()["disclosure-on-request"]
    correct = replace(EDITION.act["correct"], by="clerk", requires=())
    edition = replace(disclosure, acts=(*disclosure.acts, correct))
    who, day = cast(edition), date(2026, 7, 6)
    entered = record("ask", day).recorded_at
    case = Case(edition, (
        Record("submit", who["applicant"], day, entered, {"channel": "in-person"}),
        Record("receive", who["clerk"], day, entered, {"channel": "in-person", "submitted_on": day}),
    ))  # fmt: skip
    moved = day + timedelta(days=3)
    entered = record("ask", moved).recorded_at
    wrong = Record("correct", who["clerk"], moved, entered, corrects=2, reason="录错", instead_on=moved)
    assert codes(case, wrong) == ["procedure.E017"]
    assert codes(case, replace(wrong, facts={"submitted_on": moved})) == []
