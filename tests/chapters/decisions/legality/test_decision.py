"""A major decision: the three heads become facts of the case, and advisers are heard (第二十八条)."""

import pytest

from fazhi.cases import store
from fazhi.cases.actions import Open
from fazhi.cases.models import Case
from fazhi.chapters.decisions.legality import actions
from fazhi.chapters.decisions.legality.actions.save import Said
from fazhi.fault import Fault
from fazhi.office.models import Organ
from tests.chapters.decisions.legality import people
from tests.chapters.decisions.legality.people import act, actor, answered, conclude
from tests.conftest import at


@pytest.mark.django_db
def test_an_unlawful_procedure_is_a_fact_of_the_case(monkeypatch: pytest.MonkeyPatch) -> None:
    posts = {**people.POSTS, "decider": ("决策机关", "研究论证单位", "决策机关办公机构")}
    monkeypatch.setattr(people, "POSTS", posts)
    people.establish_all()
    given = {"source": "leader", "matter": "plan"}
    case = Open(
        procedure="major-decision", organ=Organ.objects.get(code="justice"), act="propose",
        happened_on=people.DAY, title="公共停车规划", facts=given,
    ).perform(actor("decider"), at(2026, 3, 2, 9))  # fmt: skip
    act(case, "decider", "study", "研究论证意见")
    act(case, "decider", "start", in_catalogue=True, several_units=False)
    act(case, "drafter", "draft", "决策草案", laws_listed=True, secret=False)
    act(case, "drafter", "send_review", "决策草案", "依据材料", "履行法定程序的说明", on=4)
    paper = case.acts.get(name="send_review").papers.get(title="决策草案")
    row = actions.Begin(case_id=case.pk, paper=paper.pk).perform(actor("reviewer"), at(2026, 3, 5))
    answered(row, coordinated=Said("no", "没有协商记录"))
    with pytest.raises(Fault, match="应当组织法律顾问、公职律师"):
        conclude(row, "unlawful")
    act(case, "adviser", "advise", on=5, advice="unlawful")
    conclude(row, "unlawful")
    facts = store.load(Case.objects.get(pk=case.pk)).state.facts
    named = ("within_powers", "procedure_followed", "content_lawful")
    assert [facts[name] for name in named] == [True, False, True]
