"""Number and code together open an application; the applicant sees what concerns them and nothing else."""

from datetime import date

import pytest

from fazhi.cases import lawbook
from fazhi.cases.actions import Attachment
from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.portal import tracking
from fazhi.portal.actions import Receipt
from fazhi.portal.course import concerning, course
from fazhi.portal.models import Application, Window
from tests.cases.conftest import do, opening, person
from tests.portal.conftest import NOW, application

DAY = date(2026, 7, 7)
UNCLEAR = {"unclear": True, "affects_third_party": False, "joint": False, "excessive": False}


@pytest.fixture
def receipt(window: Window) -> Receipt:
    return application(window).perform(NOW)


def received(case: Case) -> None:
    facts = {"channel": "internet", "confirmed_on": DAY}
    do(case, person("receiver"), "receive", DAY, facts=facts)


def test_number_and_code_open_it(receipt: Receipt) -> None:
    assert tracking.found(receipt.case.number, receipt.code).case == receipt.case
    typed = receipt.case.number.replace("〔", " [").replace("〕", "] ")
    assert tracking.found(typed, receipt.code.lower()).case == receipt.case


def test_a_wrong_code_and_an_unknown_number_are_answered_alike(receipt: Receipt) -> None:
    answers = []
    for number, code in (
        (receipt.case.number, "222222222222"),
        ("没有〔2026〕1号", receipt.code),
        ("\0", ""),
    ):
        with pytest.raises(Fault) as refused:
            tracking.found(number, code)
        answers.append(str(refused.value))
    assert len(set(answers)) == 1


def test_a_case_of_the_desk_has_no_code(receipt: Receipt) -> None:
    other = opening().perform(person("receiver"), NOW)
    with pytest.raises(Fault, match=r"portal\.E404"):
        tracking.found(other.number, receipt.code)


def test_a_ticket_leads_back_for_a_while(receipt: Receipt, monkeypatch: pytest.MonkeyPatch) -> None:
    row = Application.objects.get()
    given = tracking.ticket(row)
    assert tracking.by_ticket(given) == row
    monkeypatch.setattr(tracking, "KEPT", -1)
    for bad in (given, "x", given + "x"):
        with pytest.raises(Fault, match=r"portal\.E410"):
            tracking.by_ticket(bad)


def test_at_first_nothing_runs_and_nothing_is_asked(receipt: Receipt) -> None:
    known = course(receipt.case.application, NOW.date())
    assert [step.title for step in known.steps] == ["提出申请"]
    assert not known.clocks
    assert not known.to_do


def test_from_receipt_the_reply_has_a_last_day(receipt: Receipt) -> None:
    received(receipt.case)
    (clock,) = course(receipt.case.application, DAY).clocks
    assert (clock.clock.title, clock.day) == ("答复期限", date(2026, 8, 4))


def test_what_must_be_completed_is_told_with_its_day(receipt: Receipt) -> None:
    case = receipt.case
    received(case)
    do(case, person("receiver"), "examine", DAY, facts=UNCLEAR)
    asked = {"completion_items": "演示：写明年份", "completion_by": date(2026, 7, 20)}
    do(case, person("receiver"), "ask_to_complete", DAY, facts=asked)
    known = course(case.application, DAY)
    assert [act.title for act in known.to_do] == ["补正申请"]
    assert ("需要补正的事项", "演示：写明年份") in known.steps[-1].asked
    assert "审核申请" not in [step.title for step in known.steps]


def test_the_third_partys_part_is_not_told() -> None:
    edition = lawbook.governing("disclosure-on-request", DAY)
    told = concerning(edition)
    assert {"submit", "receive", "ask_to_complete", "complete", "extend", "ask_for_reasons", "reply"} <= told
    assert told.isdisjoint(
        {
            "examine", "ask_third_party", "third_party_receives", "third_party_answers",
            "third_party_objects", "ask_other_organ", "other_organ_receives", "other_organ_answers",
            "agree_to_extend", "assess_reasons", "tell_third_party", "file",
        }
    )  # fmt: skip


def test_the_third_partys_clock_is_not_told(receipt: Receipt) -> None:
    case = receipt.case
    received(case)
    facts = {**UNCLEAR, "unclear": False, "affects_third_party": True}
    do(case, person("receiver"), "examine", DAY, facts=facts)
    letter = Attachment("政府信息公开征求第三方意见书", "letter.txt", b"demo")
    do(case, person("receiver"), "ask_third_party", DAY, papers=(letter,))
    do(case, person("receiver"), "third_party_receives", DAY)
    known = course(case.application, DAY)
    assert [one.clock.id for one in known.clocks] == ["reply"]
    assert "第三方" not in str([step.title for step in known.steps])
