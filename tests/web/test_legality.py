"""The review desk: what a reviewer does, what nobody else may, what nobody can cheat."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fazhi.cases.actions import Engage
from fazhi.cases.models import Case
from fazhi.chapters.decisions.legality.models import Answer, Examination
from fazhi.office.models import Person
from tests.chapters.decisions.legality import people
from tests.chapters.decisions.legality.people import DRAFT, actor, sent
from tests.conftest import at
from tests.web.conftest import logged_in
from tests.web.page import links, text


@pytest.fixture
def case(db: None) -> Case:
    people.establish_all()
    return sent()


@pytest.fixture
def reviewer(case: Case) -> Client:
    return logged_in("reviewer")


def begin(client: Client, case: Case) -> None:
    page = client.get(f"/legality/{case.pk}").content.decode()
    paper = re.findall(r'<option value="(\d+)">文件草案', page)[0]
    assert client.post(f"/legality/{case.pk}/begin", {"paper": paper}).status_code == 302


def filled(client: Client, case: Case, **changes: str) -> dict[str, str]:
    """The form as a reviewer fills it: every item holds, every finding is dismissed for a reason."""
    page = client.get(f"/legality/{case.pk}").content.decode()
    items = set(re.findall(r'name="(item-[a-z-]+)" value="yes"', page))
    findings = set(re.findall(r'name="(finding-\d+)" value="no"', page))
    given = dict.fromkeys(items, "yes") | dict.fromkeys(findings, "no")
    given |= {f"{name}-reason": "上位法已有规定" for name in findings}
    return {**given, "seen": hidden(page, "seen"), **changes}


def hidden(page: str, name: str) -> str:
    return re.findall(rf'name="{name}" value="(-?\d+)"', page)[0]


def conclude(client: Client, case: Case, opinion: str, **changes: str) -> object:
    page = client.get(f"/legality/{case.pk}").content.decode()
    given = {"seen": hidden(page, "seen"), "expected": hidden(page, "expected"), "opinion": opinion}
    return client.post(f"/legality/{case.pk}/conclude", {**given, **changes})


def test_a_reviewer_goes_from_the_queue_to_the_opinion(reviewer: Client, case: Case) -> None:
    assert f"/legality/{case.pk}" in links(reviewer.get("/legality"))
    assert f"/legality/{case.pk}" in links(reviewer.get(f"/cases/{case.pk}"))
    begin(reviewer, case)
    page = text(reviewer.get(f"/legality/{case.pk}"))
    assert "设定行政处罚 第二条" in page
    assert "平台不倒计时" in page
    saved = reviewer.post(f"/legality/{case.pk}/save", filled(reviewer, case), follow=True)
    assert "还有 0 处没有处理" in text(saved)
    assert "0 个事项" in text(reviewer.get("/legality"))
    assert conclude(reviewer, case, "lawful").status_code == 302  # type: ignore[attr-defined]
    assert "合法性审核意见书" in text(reviewer.get(f"/legality/{case.pk}"))
    assert "没有等待审核的草案" in text(reviewer.get("/legality"))
    assert Case.objects.get(pk=case.pk).stage == "review"


def test_a_lawful_opinion_against_its_own_answers_is_refused(reviewer: Client, case: Case) -> None:
    begin(reviewer, case)
    page = text(conclude(reviewer, case, "lawful"))
    assert "legality.E008" in page
    given = filled(reviewer, case) | {"finding-1": "yes"}
    reviewer.post(f"/legality/{case.pk}/save", given)
    page = text(conclude(reviewer, case, "lawful"))
    assert "legality.E009" in page
    assert "组织法》第七十五条" in page


def test_what_is_wrong_is_said_and_what_was_written_stays(reviewer: Client, case: Case) -> None:
    begin(reviewer, case)
    given = filled(reviewer, case) | {"item-argued": "no", "item-published-reason": "写了很久的理由"}
    response = reviewer.post(f"/legality/{case.pk}/save", given)
    assert response.status_code == 400
    assert "legality.E007" in text(response)
    assert "写了很久的理由" in response.content.decode()
    assert not Answer.objects.exists()


def test_material_goes_back_with_its_reason(reviewer: Client, case: Case) -> None:
    page = reviewer.get(f"/legality/{case.pk}").content.decode()
    given = {"expected": hidden(page, "expected"), "reason": ""}
    assert "legality.E003" in text(reviewer.post(f"/legality/{case.pk}/return", given))
    done = reviewer.post(f"/legality/{case.pk}/return", {**given, "reason": "缺依据材料"}, follow=True)
    assert "缺依据材料" in text(done)
    assert "没有等待审核的草案" in text(reviewer.get("/legality"))


def test_a_docx_or_text_may_be_brought_and_a_scan_may_not(reviewer: Client, case: Case) -> None:
    address = f"/legality/{case.pk}/begin"
    scan = SimpleUploadedFile("扫描.pdf", b"%PDF-1.7")
    assert "outline.E004" in text(reviewer.post(address, {"file": scan}))
    assert "legality.E005" in text(reviewer.post(address, {"paper": "x"}))
    draft = SimpleUploadedFile("<b>草案.txt", DRAFT.replace("方便", "<script>").encode())
    page = reviewer.post(address, {"file": draft}, follow=True).content.decode()
    assert "&lt;script&gt;停车" in page
    assert "<script>停车" not in page


@pytest.mark.parametrize("login", ["drafter", "adviser", "idle"])
def test_who_is_no_reviewer_reads_and_can_do_nothing(case: Case, reviewer: Client, login: str) -> None:
    begin(reviewer, case)
    given = filled(reviewer, case)
    cheat = logged_in(login)
    assert "您可以查看，不能审核" in text(cheat.get(f"/legality/{case.pk}"))
    paper = Examination.objects.get().act.papers.get(title="文件草案").pk
    for kind, data in (
        ("begin", {"paper": paper}),
        ("save", given),
        ("conclude", {"seen": "0", "expected": "3", "opinion": "lawful"}),
        ("return", {"expected": "3", "reason": "x"}),
    ):
        response = cheat.post(f"/legality/{case.pk}/{kind}", data)
        assert "procedure.E007" in text(response), kind
    assert not Answer.objects.exists()
    assert Case.objects.get(pk=case.pk).stage == "send_review"


def test_who_drafted_is_told_so_also_with_a_reviewers_post(db: None) -> None:
    people.establish_all()
    case = sent("both")
    page = text(logged_in("both").get(f"/legality/{case.pk}"))
    assert "procedure.E010" in page


def test_a_stranger_and_another_organ_see_nothing(
    case: Case, reviewer: Client, stranger: Client, street: Client
) -> None:
    begin(reviewer, case)
    for client in (stranger, street, Client()):
        for path in (f"/legality/{case.pk}", "/legality"):
            response = client.get(path)
            assert "便民停车" not in response.content.decode()
        assert client.post(f"/legality/{case.pk}/save", {"seen": "0"}).status_code in (302, 403, 404)
    assert not Answer.objects.exists()


def test_forged_numbers_and_unknown_steps_do_nothing(reviewer: Client, case: Case) -> None:
    begin(reviewer, case)
    for seen in ("", "x", "9" * 40, "-5"):
        response = reviewer.post(f"/legality/{case.pk}/save", filled(reviewer, case, seen=seen))
        assert response.status_code == 409
    forged = filled(reviewer, case) | {"finding-99": "yes"}
    assert "legality.E006" in text(reviewer.post(f"/legality/{case.pk}/save", forged))
    assert reviewer.post(f"/legality/{case.pk}/nonsense").status_code == 404
    assert reviewer.get(f"/legality/{case.pk}/save").status_code == 405
    assert reviewer.get("/legality/999999").status_code == 404
    assert not Answer.objects.exists()


def test_a_colleague_who_went_on_meanwhile_is_not_overwritten(reviewer: Client, case: Case) -> None:
    begin(reviewer, case)
    mine = filled(reviewer, case)
    logged_in("second").post(f"/legality/{case.pk}/save", filled(reviewer, case))
    response = reviewer.post(f"/legality/{case.pk}/save", mine)
    assert response.status_code == 409
    assert "legality.E409" in text(response)


def test_before_it_was_sent_there_is_nothing_to_review(reviewer: Client) -> None:
    case = people.drafted()
    assert "还没有送审" in text(reviewer.get(f"/legality/{case.pk}"))
    assert "legality.E002" in text(reviewer.post(f"/legality/{case.pk}/begin", {}))


def test_a_restricted_case_is_seen_by_its_handlers_alone(case: Case, reviewer: Client) -> None:
    Case.objects.filter(pk=case.pk).update(secrecy=1)
    assert "便民停车" not in reviewer.get("/legality").content.decode()
    assert reviewer.get(f"/legality/{case.pk}").status_code == 404
    person = Person.objects.get(user__username="reviewer")
    Engage(case=Case.objects.get(pk=case.pk), person=person).perform(actor("drafter"), at(2026, 3, 5))
    assert "便民停车" in text(reviewer.get("/legality"))
