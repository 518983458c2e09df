"""The desk of experts and advisers: chosen with a declaration, heard on a paper, counted by unit."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from fazhi.cases.models import Case
from fazhi.chapters.decisions.counsel.models import Assignment, Opinion
from tests.chapters.decisions.consultation.people import decision
from tests.chapters.decisions.counsel import stage
from tests.chapters.decisions.counsel.stage import bank, choose, establish_all, note, paper, sent
from tests.web.conftest import logged_in
from tests.web.page import links, text

DECLARED = {"interest": "none", "declared": "没有利害关系"}


@pytest.fixture
def case(db: None) -> Case:
    establish_all()
    return decision()


@pytest.fixture
def drafter(case: Case) -> Client:
    return logged_in("drafter")


def step(client: Client, case: Case, kind: str, **given: object) -> object:
    return client.post(f"/cases/{case.pk}/counsel/{kind}", given, follow=True)


def test_an_expert_is_chosen_from_the_bank_and_the_argument_enters_the_case(
    drafter: Client, case: Case
) -> None:
    entry = bank().entries.get(key="ZJ-1")
    address = f"/cases/{case.pk}/counsel"
    assert address in links(drafter.get(f"/cases/{case.pk}"))
    assert "还没有选聘" in text(drafter.get(address))
    form = drafter.get(f"{address}/choose/expert")
    assert "演示·专家甲 演示大学 交通" in text(form)
    refused = drafter.post(
        f"{address}/choose/expert",
        {"entry": entry.pk, "interest": "direct", "declared": "保留的申报", "reason": "只有他懂"},
    )
    assert refused.status_code == 400
    assert "counsel.E015" in text(refused)
    assert "第二十条" in text(refused)
    assert "保留的申报" in refused.content.decode()
    assert not Assignment.objects.exists()
    made = drafter.post(f"{address}/choose/expert", {"entry": entry.pk, **DECLARED}, follow=True)
    assert "已登记选聘演示·专家甲" in text(made)
    assert "没有持不同意见的" in text(made)
    row = Assignment.objects.get()
    given = {"assignment": row.pk, "material": paper(case).pk, "conclusion": "feasible", "text": "写了很久"}
    wrong = step(drafter, case, "note", **given, written="1")
    assert wrong.status_code == 400  # type: ignore[attr-defined]
    assert "counsel.E024" in text(wrong)
    assert "写了很久" in wrong.content.decode()  # type: ignore[attr-defined]
    assert "counsel.E031" in text(step(drafter, case, "argue"))
    assert "已登记论证意见" in text(step(drafter, case, "note", **given, written="1", signed="1"))
    assert "专家论证已经记入案卷" in text(step(drafter, case, "argue"))
    assert case.acts.filter(name="argue_experts").exists()
    own = text(drafter.get(f"/counsel/{row.pk}"))
    assert "写了很久" in own
    assert "公共停车规划" in own
    assert drafter.get(f"{address}/choose/nonsense").status_code == 404
    assert drafter.post(f"{address}/nonsense").status_code == 404


def test_an_adviser_advises_with_an_own_log_in_and_the_reviewer_sees_on_which_draft(case: Case) -> None:
    sent(case)
    reviewer, adviser = logged_in("reviewer"), logged_in("adviser")
    given = {
        **DECLARED, "name": "演示·顾问甲", "workplace": "演示律所", "source": "聘书", "account": "adviser",
    }  # fmt: skip
    made = reviewer.post(f"/cases/{case.pk}/counsel/choose/legal", given, follow=True)
    assert "已登记选聘演示·顾问甲" in text(made)
    row = Assignment.objects.get()
    said = {"assignment": row.pk, "material": paper(case).pk, "conclusion": "unlawful", "text": "超越权限"}
    assert "counsel.E025" in text(step(reviewer, case, "advise", **said))
    assert not Opinion.objects.exists()
    assert "提出法律意见" in text(adviser.get(f"/cases/{case.pk}/counsel"))
    told = text(step(adviser, case, "advise", **said))
    assert "法律意见已经提出" in told
    assert "认为不合法" in told
    draft = re.findall(
        r'<option value="(\d+)">决策草案', reviewer.get(f"/legality/{case.pk}").content.decode()
    )
    reviewer.post(f"/legality/{case.pk}/begin", {"paper": draft[0]})
    shown = text(reviewer.get(f"/legality/{case.pk}"))
    assert "演示·顾问甲（演示律所）" in shown
    assert "与审核底稿相同" in shown


def test_the_desk_counts_units_both_ways_and_lists_only_what_one_may_see(drafter: Client, case: Case) -> None:
    stage.listed("government-lawyers", ({"number": "1", "name": "演示·律师甲", "unit": "区司法局"},))
    row = choose(case)
    note(row)
    shown = drafter.get("/counsel")
    assert "不计街道" in text(shown)
    assert "由区司法局确定" in text(shown)
    assert f"/counsel/{row.pk}" in links(shown)
    get_user_model().objects.create_user("stranger")
    for login, status in (("street", 404), ("stranger", 403)):
        client = logged_in(login)
        answers = (
            client.get(f"/cases/{case.pk}/counsel"),
            client.get(f"/counsel/{row.pk}"),
            client.get(f"/cases/{case.pk}/counsel/choose/expert"),
            client.post(f"/cases/{case.pk}/counsel/argue"),
        )
        assert [one.status_code for one in answers] == [status] * 4
    assert f"/counsel/{row.pk}" not in links(logged_in("street").get("/counsel"))
    assert Client().get("/counsel").status_code == 302
    auditor = logged_in("auditor")
    assert auditor.get(f"/cases/{case.pk}/counsel").status_code == 200
    assert step(auditor, case, "argue").status_code == 403  # type: ignore[attr-defined]
