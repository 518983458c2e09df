"""A complaint about an office is a case that only its handlers see; who complains may stay unnamed."""

from datetime import date

import pytest

from fazhi.cases import policy, store
from fazhi.cases.actions import Look, Perform
from fazhi.cases.models import Act, Case, Party, Secrecy
from fazhi.fault import Fault
from fazhi.office.models import Organ
from fazhi.portal.actions import Apply, OpenWindow, Receipt
from fazhi.portal.course import course
from fazhi.portal.models import Window
from tests.cases.conftest import do, person
from tests.conftest import Personas, at
from tests.portal.conftest import KEY, KNOWN, NOW, give_post

DAY = NOW.date()
MATTER = "演示：窗口工作时间无人"
FACTS = {"kind": "complaint", "accused": "演示：某窗口", "matter": MATTER}


def complaints_window(personas: Personas) -> Window:
    officer = give_post("clerk", "投诉举报经办人")
    return OpenWindow(
        procedure="conduct-complaint", organ=Organ.objects.get(code="justice"), officer=officer
    ).perform(personas.leader, NOW)


@pytest.fixture
def taken(personas: Personas) -> Window:
    return complaints_window(personas)


def complain(window: Window, **changes: object) -> Receipt:
    given: dict[str, object] = {"window": window, "known": {}, "facts": FACTS, "key": KEY}
    return Apply(**{**given, **changes}).perform(NOW)  # type: ignore[arg-type]


def test_who_complains_may_stay_unnamed(taken: Window) -> None:
    case = complain(taken).case
    assert case.number == "区司法局对机关办事和执法的投诉举报〔2026〕1号"
    assert not Party.objects.filter(case=case).exists()
    assert store.load(case).state.facts["channel"] == "internet"


def test_who_gives_a_name_is_sealed_and_every_look_recorded(taken: Window) -> None:
    case = complain(taken, known=KNOWN).case
    chained = bytes(Act.objects.get(case=case).body).decode()
    assert not [one for one in (*KNOWN.values(), MATTER) if one in chained]
    look = Look(party=Party.objects.get(case=case), purpose="回复投诉举报人")
    assert look.perform(person("clerk"), NOW) == KNOWN
    assert case.looks.count() == 1


def test_only_those_who_handle_it_and_the_auditor_see_it(taken: Window, personas: Personas) -> None:
    """检举材料不得透露: neither the office's other people nor its leader come across it."""
    case = complain(taken).case
    assert case.secrecy == Secrecy.RESTRICTED
    seen = {
        name: policy.visible(getattr(personas, name)).filter(pk=case.pk).exists()
        for name in ("clerk", "leader", "coordinator", "auditor", "street", "stranger")
    }
    assert {name for name, sees in seen.items() if sees} == {"clerk", "auditor"}


def test_a_report_is_not_handed_to_whom_it_is_about(taken: Window) -> None:
    case = complain(taken, facts={**FACTS, "kind": "report"}).case
    who = person("clerk")
    do(case, who, "register", DAY, facts={"petition": True, "claim": False})
    facts = {"investigator": "演示·核查人员", "by_accused": True, "interested": False}
    with pytest.raises(Fault, match=r"procedure\.E006.*第三十条第三款"):
        do(case, who, "assign", DAY, facts=facts)
    do(case, who, "assign", DAY, facts={**facts, "by_accused": False})


def test_what_concerns_who_complained_is_told_and_the_inquiry_is_not(taken: Window) -> None:
    case, who = complain(taken).case, person("clerk")
    assert [(one.clock.id, one.day) for one in course(case.application, DAY).clocks] == [("other", None)]
    do(case, who, "register", DAY, facts={"petition": True, "claim": True})
    known = course(case.application, DAY)
    assert {one.clock.id: one.day for one in known.clocks} == {
        "information": date(2026, 7, 21), "petition": date(2026, 9, 4),
    }  # fmt: skip
    facts = {"investigator": "演示·核查人员", "by_accused": False, "interested": False}
    do(case, who, "assign", DAY, facts=facts)
    do(case, who, "redirect", DAY, facts={"where_to": "演示：某区某局"})
    known = course(case.application, DAY)
    assert [step.title for step in known.steps] == [
        "提出投诉举报", "登记并认定性质", "告知向有权处理的机关提出",
    ]  # fmt: skip
    assert known.steps[-1].asked == (("应当向哪个机关、通过什么途径提出", "演示：某区某局"),)
    assert known.outcome == "已告知另行提出的途径"


def test_a_complaint_that_says_nothing_opens_nothing(taken: Window) -> None:
    with pytest.raises(Fault, match=r"portal\.E006"):
        complain(taken, facts={"kind": "complaint"})
    assert not Case.objects.exists()


def test_without_the_answer_in_writing_it_is_not_answered(taken: Window) -> None:
    case, who = complain(taken).case, person("clerk")
    do(case, who, "register", DAY, facts={"petition": False, "claim": False})
    with pytest.raises(Fault, match=r"procedure\.E014"):
        Perform(case=case, expected=2, act="answer", happened_on=DAY).perform(who, at(2026, 7, 6, 12))
