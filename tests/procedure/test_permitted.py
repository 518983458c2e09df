"""Every act is permitted, or refused with all its reasons and articles."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fazhi.fault import Fault
from fazhi.procedure.case import Case
from fazhi.procedure.cast import cast
from fazhi.procedure.perform import perform, refusals
from fazhi.procedure.permitted import permitted
from fazhi.procedure.person import Person, Qualification
from fazhi.procedure.record import Record
from tests.law.calendars import OFFICIAL
from tests.procedure.example import DAY, EDITION, record, told

LATER = DAY + timedelta(days=3)
REVIEWED = told(record("ask"), record("draft"), record("review", passed=True))


def codes(case: Case, entry: Record) -> list[str]:
    return [reason.code for reason in refusals(case, entry, OFFICIAL)]


def test_a_refused_act_names_every_reason_with_its_article() -> None:
    clerk = cast(EDITION)["clerk"]
    found = {p.act.id: p for p in permitted(told(record("ask")), clerk, DAY, OFFICIAL)}
    reasons = found["decide"].refusals
    assert [(r.code, r.basis) for r in reasons] == [
        ("procedure.E007", "《示例法》第四条"), ("procedure.E006", "《示例法》第三条")
    ]  # fmt: skip
    assert found["draft"].permitted


def test_a_gate_on_a_fact_still_to_be_entered_is_shown_and_does_not_refuse() -> None:
    decide = replace(EDITION.act["decide"], asks=("passed",))
    acts = tuple(decide if act.id == "decide" else act for act in EDITION.acts)
    case = Case(replace(EDITION, acts=acts), REVIEWED.records)
    found = {p.act.id: p for p in permitted(case, cast(EDITION)["panel"], DAY, OFFICIAL)}
    assert found["decide"].permitted
    assert [gate.because for gate in found["decide"].depends_on] == ["未经审核不得决定"]


def test_nobody_reviews_what_they_drafted_whichever_came_first() -> None:
    both = Person("演示·经办人甲", frozenset({"经办人", "审核人"}), (Qualification("审核资格"),))
    drafted = told(record("ask"), record("draft", by=(both,)))
    assert codes(drafted, record("review", by=(both,), passed=True)) == ["procedure.E010"]
    reviewed = told(record("ask"), record("draft"), record("review", by=(both,), passed=True))
    assert "procedure.E010" in codes(reviewed, record("draft", by=(both,)))


def test_a_qualification_counts_on_the_day_of_the_act() -> None:
    expired = Person("演示·审核人乙", frozenset({"审核人"}), (Qualification("审核资格", until=DAY),))
    case = told(record("ask"), record("draft"))
    assert codes(case, record("review", by=(expired,), passed=True)) == []
    assert codes(case, record("review", LATER, by=(expired,), passed=True)) == ["procedure.E008"]


def test_two_are_two_people() -> None:
    one, other = cast(EDITION)["panel"]
    assert codes(REVIEWED, record("decide", by=(one,))) == ["procedure.E009"]
    assert codes(REVIEWED, record("decide", by=(one, one))) == ["procedure.E009"]
    assert codes(REVIEWED, record("decide", by=(one, other))) == []


def test_who_is_recused_acts_no_more() -> None:
    barred = told(record("ask"), record("recuse", person="演示·经办人甲"))
    assert codes(barred, record("draft")) == ["procedure.E011"]


@pytest.mark.parametrize(("act", "facts", "code"), [
    ("unheard-of", {}, "procedure.E001"),
    ("review", {}, "procedure.E012"),
    ("review", {"passed": "yes"}, "procedure.E013"),
    ("draft", {"passed": True}, "procedure.E013"),
    ("ask", {}, "procedure.E003"),
    ("correct", {}, "procedure.E022"),
])  # fmt: skip
def test_bad_input_is_refused_with_its_code(act: str, facts: dict[str, bool], code: str) -> None:
    assert code in codes(told(record("ask"), record("draft")), record(act, **facts))


def test_an_act_without_its_paper_is_not_done() -> None:
    assert codes(REVIEWED, replace(record("decide"), documents=())) == ["procedure.E014"]


def test_an_act_cannot_be_recorded_before_it_happened_nor_time_go_back() -> None:
    case = told(record("ask", LATER))
    assert "procedure.E015" in codes(case, record("draft", LATER, entered=DAY))
    assert "procedure.E016" in codes(case, record("draft", DAY))
    assert "procedure.E015" in codes(case, record("draft", DAY, entered=LATER))


def test_a_closed_case_takes_no_more_acts_but_a_correction() -> None:
    closed = told(*REVIEWED.records, record("decide"), record("serve"))
    assert "procedure.E002" in codes(closed, record("draft"))
    wrong = replace(record("correct"), corrects=3, reason="笔误")
    assert codes(closed, wrong) == []


def test_what_is_refused_leaves_nothing_behind() -> None:
    case = told(record("ask"))
    with pytest.raises(Fault, match=r"procedure\.E006.*《示例法》第三条"):
        perform(case, record("decide"), OFFICIAL)
    assert perform(case, record("draft"), OFFICIAL).records == (*case.records, record("draft"))


def test_an_edition_not_in_force_opens_no_case() -> None:
    assert codes(Case(EDITION), record("ask", date(2023, 12, 29))) == ["procedure.E018"]


def test_an_extension_beyond_the_cap_or_a_second_one_is_refused() -> None:
    case = told(record("ask"))
    assert codes(case, record("prolong", LATER, days=6)) == ["procedure.E020"]
    once = perform(case, record("prolong", LATER, days=5), OFFICIAL)
    assert codes(once, record("prolong", LATER, days=1)) == ["procedure.E020"]
