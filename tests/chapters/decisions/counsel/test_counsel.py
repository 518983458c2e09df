"""Who may be asked about a decision, what they say of which paper, and what the case takes over."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from fazhi.cases import store
from fazhi.cases.models import Case
from fazhi.chapters.decisions.counsel import actions, standing
from fazhi.chapters.decisions.counsel.models import Assignment, Opinion
from fazhi.fault import Fault
from fazhi.office.actor import STRANGER
from tests.chapters.decisions.consultation.people import actor, decision, document
from tests.chapters.decisions.counsel.stage import (
    advise,
    adviser,
    bank,
    choose,
    establish_all,
    note,
    paper,
    sent,
)
from tests.conftest import at


@pytest.fixture
def case(db: None) -> Case:
    establish_all()
    return decision()


def argue(case: Case, login: str = "drafter") -> object:
    return actions.Argue(case_id=case.pk).perform(actor(login), at(2026, 3, 13))


def test_experts_are_chosen_declare_speak_of_a_paper_and_enter_the_case(case: Case) -> None:
    entry = bank().entries.get(key="ZJ-1")
    first = choose(case, entry=entry.pk, name="", workplace="", source="")
    assert (first.name, first.workplace, first.field) == ("演示·专家甲", "演示大学", "交通")
    assert "第1版 ZJ-1" in first.source
    second = choose(case, "演示·研究机构", differing=True)
    assert note(first).digest == paper(case).digest
    with pytest.raises(Fault, match=r"counsel.E031") as caught:
        argue(case)
    assert "第十九条" in caught.value.basis
    note(second, conclusion="revise", written=False, signed=False, text="会上发言。")
    argue(case)
    facts = store.file(case).case.state.facts
    assert facts["experts"] == "meeting"
    assert facts["interested"] is False
    assert facts["expert_list"] == "演示·专家甲（演示大学）、演示·研究机构（演示大学）"
    with pytest.raises(Fault, match=r"counsel.E023"):
        note(first)


def test_an_expert_with_a_direct_interest_is_refused_on_article_twenty(case: Case) -> None:
    with pytest.raises(Fault, match=r"counsel.E015") as caught:
        choose(case, interest="direct", declared="持有参建公司股份", reason="他最懂")
    assert "第二十条" in caught.value.basis
    assert not Assignment.objects.exists()


def test_lesser_interests_are_told_and_need_a_reason_that_stays_on_record(case: Case) -> None:
    entry = bank().entries.get(key="ZJ-2")
    with pytest.raises(Fault, match=r"counsel.E016.*起草草案的单位"):
        choose(case, entry=entry.pk)
    row = choose(case, entry=entry.pk, interest="indirect", drafted=True, reason="唯一熟悉地下管线")
    assert len(row.warnings) == 3
    assert row.reason == "唯一熟悉地下管线"
    with pytest.raises(Fault, match=r"counsel.E014"):
        choose(case, entry=entry.pk, reason="再来一次")
    legal = adviser(case, interest="direct", declared="曾代理一方", reason="已向区司法局报告")
    assert "没有读到规定" in legal.warnings[0]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"interest": ""}, "E012"), ({"declared": " "}, "E012"), ({"name": ""}, "E013"),
        ({"source": ""}, "E013"), ({"entry": 999}, "E010"), ({"account": "adviser"}, "E011"),
        ({"role": "x"}, "E003"),
    ],
)  # fmt: skip
def test_a_choice_without_declaration_or_source_is_refused(
    changes: dict[str, object], code: str, case: Case
) -> None:
    with pytest.raises(Fault, match=rf"counsel.{code}"):
        choose(case, **changes)
    assert not Assignment.objects.exists()


def test_who_stood_down_does_not_count_and_nothing_is_deleted(case: Case) -> None:
    row = choose(case)
    note(row)
    actions.StandDown(assignment=row, reason="发现有利害关系").perform(actor("drafter"), at(2026, 3, 12))
    with pytest.raises(Fault, match=r"counsel.E030"):
        argue(case)
    with pytest.raises(Fault, match=r"counsel.E021"):
        note(row)
    with pytest.raises(Fault, match=r"counsel.E017"):
        actions.StandDown(assignment=row, reason="再次").perform(actor("drafter"), at(2026, 3, 12))
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Opinion.objects.all()._raw_delete("default")
    assert choose(case).number == 2


def test_a_written_opinion_is_signed_and_sealed_or_it_is_none(case: Case) -> None:
    row = choose(case)
    with pytest.raises(Fault, match=r"counsel.E024") as caught:
        note(row, signed=False)
    assert "第十九条第二款" in caught.value.basis
    for changes, code in (
        ({"material": 999}, "E020"),
        ({"conclusion": "lawful"}, "E022"),
        ({"text": ""}, "E013"),
    ):
        with pytest.raises(Fault, match=rf"counsel.{code}"):
            note(row, **changes)


def test_an_adviser_gives_the_opinion_in_person_as_an_act_of_the_case(case: Case) -> None:
    row = adviser(case)
    with pytest.raises(Fault):
        advise(row)
    assert not Opinion.objects.exists()
    sent(case)
    with pytest.raises(Fault, match=r"counsel.E025") as caught:
        advise(row, "other")
    assert "第二十八条" in caught.value.basis
    said = advise(row, conclusion="unlawful", text="超越权限。")
    assert said.act
    assert said.act.name == "advise"
    assert said.digest == paper(case).digest
    now = standing.read(Case.objects.get(pk=case.pk))
    assert [str(line.row) for line in now.against] == ["演示·顾问甲（演示律师事务所）"]
    assert [line.row.case for line in standing.lines(standing.asked(row))] == [case]


def test_each_is_asked_by_whom_the_procedure_names(case: Case) -> None:
    with pytest.raises(Fault, match=r"procedure.E007"):
        choose(case, login="reviewer")
    with pytest.raises(Fault, match=r"procedure.E007"):
        choose(case, role="legal", login="drafter")
    with pytest.raises(Fault, match=r"office.E001"):
        actions.Argue(case_id=case.pk).perform(STRANGER, at(2026, 3, 13))
    with pytest.raises(Fault, match=r"counsel.E003"):
        choose(document())
    assert adviser(document(), account="").account is None
    assert date(2026, 3, 10) == Assignment.objects.get().at.date()
