"""Papers are made from the case, issued with the act that needs them, and followed to their end."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fazhi.cases.models import Act, Case, Paper, Secrecy
from fazhi.documents.drafting import makeable
from fazhi.documents.models import Content, Disposal, Document, Issue, Number
from fazhi.office.actor import Actor
from fazhi.office.models import Role
from fazhi.office.right import OWN_ORGAN, Right
from fazhi.procedure.condition import Is
from tests import shipped
from tests.cases.conftest import do, opening, person, receive
from tests.conftest import Personas, at
from tests.web.conftest import logged_in
from tests.web.page import text

UNCLEAR = {"unclear": True, "affects_third_party": False, "joint": False, "excessive": False}
FILLED = {"fill-0-applicant": "演示·申请人甲", "fill-0-subject": "某项目批复"}


@pytest.fixture
def receiver(personas: Personas) -> Actor:
    return person("receiver")


@pytest.fixture
def case(receiver: Actor) -> Case:
    """An unclear request: the next act demands a paper."""
    case = opening().perform(receiver, at(2026, 7, 6))
    receive(case, receiver)
    do(case, receiver, "examine", date(2026, 7, 7), facts=UNCLEAR)
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def desk(receiver: Actor) -> Client:
    return logged_in("receiver")


def address(case: Case) -> str:
    return reverse("web:drafting", args=[case.pk, "ask_to_complete"])


def sent(case: Case, **changes: str) -> dict[str, str]:
    given = {
        "expected": str(case.sequence), "happened_on": "2026-07-08", "key": "click", "retention": "archive",
        "series": "试司公开", "fact-completion_items": "写明文件名称", "fact-completion_by": "2026-07-20",
        **FILLED,
    }  # fmt: skip
    return {**given, **changes}


def test_the_case_page_leads_to_the_papers_of_an_act(desk: Client, case: Case) -> None:
    assert address(case) in desk.get(reverse("web:case", args=[case.pk])).content.decode()
    words = text(desk.get(address(case)))
    assert "政府信息公开申请补正告知书" in words
    assert "应当载明" in words
    assert "合理的补正期限" in words


def test_an_act_without_such_papers_has_no_such_page(desk: Client, case: Case) -> None:
    for act in ("examine", "nothing"):
        assert desk.get(reverse("web:drafting", args=[case.pk, act])).status_code == 404


@pytest.mark.parametrize(("kind", "begin"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_a_draft_is_looked_at_and_nothing_is_kept(desk: Client, case: Case, kind: str, begin: bytes) -> None:
    response = desk.post(address(case), sent(case, preview=f"0.{kind}"))
    assert response.content.startswith(begin)
    assert not Document.objects.exists()
    assert not Number.objects.exists()
    assert desk.post(address(case), sent(case, preview="7.pdf")).status_code == 404


def test_who_only_sees_the_case_is_given_no_draft(case: Case) -> None:
    auditor = logged_in("auditor")
    assert "政府信息公开申请补正告知书" in text(auditor.get(address(case)))
    response = auditor.post(address(case), sent(case, preview="0.pdf"))
    assert (response.status_code, "office.E001" in text(response)) == (403, True)


def test_a_paper_of_another_case_than_this_is_not_made(
    desk: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template that is made only in some cases names its article where this is none of them."""
    lend_issuing(monkeypatch)
    edition = shipped.latest()["disclosure-on-request"]
    known = makeable(edition, edition.act["ask_to_complete"])
    never = [replace(one, when=Is("unclear", (False,))) for one in known]
    monkeypatch.setattr("fazhi.web.views.drafting.makeable", lambda *_: tuple(never))
    response = desk.post(address(case), sent(case))
    assert (response.status_code, "documents.E013" in text(response)) == (400, True)
    assert not Number.objects.exists()


def test_what_is_missing_is_named(desk: Client, case: Case) -> None:
    lacking = sent(case, preview="0.pdf")
    del lacking["fill-0-subject"]
    response = desk.post(address(case), lacking)
    assert response.status_code == 400
    assert "申请公开的内容" in text(response)


def test_issuing_numbers_the_paper_and_does_the_act_at_once(
    desk: Client, case: Case, personas: Personas, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend_issuing(monkeypatch)
    for _ in range(2):
        assert desk.post(address(case), sent(case)).status_code == 302
    issue = Issue.objects.get()
    assert re.fullmatch(r"试司公开〔20\d\d〕1号", str(issue.number))
    assert issue.dated == date(2026, 7, 8)
    assert issue.version.document.case_key == case.number
    act = Act.objects.filter(case=case).last()
    assert act is not None
    assert (act.name, act.sequence) == ("ask_to_complete", 4)
    assert bytes(Paper.objects.get(act=act).content) == bytes(issue.version.content.data)


def test_without_a_key_nothing_earlier_is_taken_for_it(
    desk: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend_issuing(monkeypatch)
    assert desk.post(address(case), sent(case, key="")).status_code == 302
    assert Issue.objects.count() == 1
    assert Act.objects.filter(case=case, name="ask_to_complete").count() == 1


def lend_issuing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let clerks issue, as an office may decide by its posts."""
    monkeypatch.setitem(OWN_ORGAN, Role.CLERK, {*OWN_ORGAN[Role.CLERK], Right.ISSUE})


def test_where_the_procedure_refuses_no_number_is_taken(
    desk: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend_issuing(monkeypatch)
    response = desk.post(address(case), sent(case, happened_on="2026-07-06"))
    assert (response.status_code, "procedure.E" in text(response)) == (400, True)
    assert not Number.objects.exists()
    assert not Document.objects.exists()


def test_who_may_not_issue_is_told(desk: Client, case: Case) -> None:
    assert "您的岗位不能签发" in text(desk.get(address(case)))
    response = desk.post(address(case), sent(case))
    assert (response.status_code, "office.E001" in text(response)) == (403, True)
    assert Act.objects.filter(case=case).count() == 3


@pytest.fixture
def issue(desk: Client, case: Case, monkeypatch: pytest.MonkeyPatch) -> Issue:
    with monkeypatch.context() as lent:
        lend_issuing(lent)
        assert desk.post(address(case), sent(case)).status_code == 302
    return Issue.objects.get()


def test_the_paper_has_a_page_and_a_file(desk: Client, issue: Issue) -> None:
    assert str(issue.number) in text(desk.get(reverse("web:papers")))
    assert str(issue.number) in text(desk.get(reverse("web:papers"), {"q": "补正"}))
    assert "没有符合的文书" in text(desk.get(reverse("web:papers"), {"q": "无此事"}))
    page = desk.get(reverse("web:paper", args=[issue.version.document_id]))
    assert issue.code in text(page)
    file = desk.get(reverse("web:paper-version", args=[issue.version.document_id, 1]))
    assert file.content.startswith(b"%PDF")


def test_another_organ_sees_nothing_of_it(issue: Issue, street: Client) -> None:
    pk = issue.version.document_id
    assert str(issue.number) not in text(street.get(reverse("web:papers")))
    assert street.get(reverse("web:paper", args=[pk])).status_code == 404
    assert street.get(reverse("web:paper-version", args=[pk, 1])).status_code == 404
    assert street.post(reverse("web:paper-withdraw", args=[pk, 1]), {"reason": "x"}).status_code == 404


def test_a_withdrawn_paper_says_so_everywhere(desk: Client, leader: Client, issue: Issue) -> None:
    where = reverse("web:paper-withdraw", args=[issue.version.document_id, 1])
    assert desk.post(where, {"reason": "误发"}).status_code == 403
    assert leader.post(where, {"reason": ""}).status_code == 400
    assert leader.post(where, {"reason": "误发"}).status_code == 302
    assert "documents.E028" in text(leader.post(where, {"reason": "误发"}))
    assert "已撤回" in text(desk.get(reverse("web:papers")))
    assert "撤回" in text(Client().get(reverse("web:verification", args=[issue.code])))


def test_disposal_takes_two_people(desk: Client, leader: Client, issue: Issue) -> None:
    pk = issue.version.document_id
    ask = reverse("web:paper-propose", args=[pk, 1])
    today = timezone.localdate()
    given = {"counted_from": "2026-07-08", "reason": "无继续保存价值"}
    assert "documents.E041" in text(desk.post(ask, given))
    fixed = {"fixed_until": (today - timedelta(days=1)).isoformat(), "authority": "试验区档案局〔2026〕1号"}
    assert desk.post(ask, {**given, **fixed}).status_code == 302
    rule = reverse("web:paper-rule", args=[pk, Disposal.objects.get().pk])
    assert desk.post(rule, {"approved": "yes", "reason": "同意"}).status_code == 403
    assert leader.post(rule, {"approved": "maybe", "reason": "同意"}).status_code == 400
    assert leader.post(rule, {"approved": "yes", "reason": "同意"}).status_code == 302
    assert not Content.objects.exists()
    assert "内容已依规处置" in text(leader.get(reverse("web:paper", args=[pk])))
    assert leader.get(reverse("web:paper-version", args=[pk, 1])).status_code == 404


def test_a_restricted_case_keeps_its_papers_to_itself(issue: Issue, leader: Client, case: Case) -> None:
    assert str(issue.number) in text(leader.get(reverse("web:papers")))
    Case.objects.filter(pk=case.pk).update(secrecy=Secrecy.RESTRICTED)
    assert str(issue.number) not in text(leader.get(reverse("web:papers")))
    assert leader.get(reverse("web:paper", args=[issue.version.document_id])).status_code == 404
