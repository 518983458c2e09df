"""The desk of a consultation: what a clerk does, what nobody else may, what nobody can cheat."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from fazhi.cases.actions import Engage
from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation.models import Author, Comment, Consultation
from fazhi.office.models import Appointment, Person, Post
from fazhi.web import flood
from tests.chapters.decisions.consultation import people
from tests.chapters.decisions.consultation.people import actor, document, say
from tests.web.conftest import logged_in
from tests.web.page import SOON, links, text
from tests.web.test_consultations import begin


@pytest.fixture(autouse=True)
def _no_flood() -> Iterator[None]:
    flood.COUNTS.clear()
    yield
    flood.COUNTS.clear()


@pytest.fixture
def row(db: None) -> Consultation:
    people.establish_all()
    return begin()


@pytest.fixture
def drafter(row: Consultation) -> Client:
    return logged_in("drafter")


def step(client: Client, row: Consultation, kind: str, **given: object) -> object:
    return client.post(f"/consulting/{row.pk}/{kind}", given, follow=True)


def comments(row: Consultation, *texts: str, **changes: object) -> None:
    for one in texts:
        say(row, one, at=timezone.now(), **changes)


def test_the_desk_lists_what_runs_and_what_could(drafter: Client, row: Consultation) -> None:
    other = document()
    page = drafter.get("/consulting")
    assert f"/consulting/{row.pk}" in links(page)
    assert f"/cases/{other.pk}/consultation" in links(page)


def test_a_draft_is_put_before_the_public_from_its_case(drafter: Client) -> None:
    case = document()
    address = f"/cases/{case.pk}/consultation"
    assert address in links(drafter.get(f"/cases/{case.pk}"))
    given = {"title": "办法", "text": "第一条 甲。", "note": "说明", "ways": "来信", "until": SOON}
    response = drafter.post(address, given, follow=True)
    assert "已向社会公开征求意见" in text(response)
    assert Consultation.objects.filter(case=case).exists()
    assert drafter.get(address).status_code == 302


def test_a_short_period_without_a_reason_comes_back_with_what_was_filled_in(drafter: Client) -> None:
    case = document()
    soon = timezone.localdate() + timedelta(days=10)
    given = {"title": "办法", "text": "第一条 甲。", "note": "保留的说明", "ways": "来信", "until": soon}
    response = drafter.post(f"/cases/{case.pk}/consultation", given)
    assert response.status_code == 400
    assert "consultation.E005" in text(response)
    assert "保留的说明" in response.content.decode()
    assert not Consultation.objects.filter(case=case).exists()


def test_a_clerk_looks_over_groups_and_answers(drafter: Client, row: Consultation) -> None:
    comments(row, "建议延长过渡期到一年", "建议把过渡期延长到一年", "希望增加停车位")
    page = drafter.get(f"/consulting/{row.pk}")
    assert "内容相近的意见" in text(page)
    assert "3 待处理" in text(page)
    assert "已核对" in text(step(drafter, row, "moderate", n=[1, 2, 3], shown="1"))
    assert "已归为一组" in text(step(drafter, row, "group", n=[1, 2], title="延长过渡期"))
    shown = text(drafter.get(f"/consulting/{row.pk}"))
    assert "内容相近的意见" not in shown
    assert "延长过渡期（2 条）" in shown
    step(drafter, row, "answer", n=[1, 2], outcome="adopted", reason="已延长。")
    assert "1 待处理" in text(drafter.get(f"/consulting/{row.pk}"))
    assert Comment.objects.filter(disposition__outcome="adopted").count() == 2


def test_what_is_wrong_with_a_step_is_said_and_what_was_written_stays(
    drafter: Client, row: Consultation
) -> None:
    comments(row, "一")
    response = step(drafter, row, "answer", n=[1], outcome="", reason="写了很久的理由")
    assert response.status_code == 400  # type: ignore[attr-defined]
    assert "consultation.E024" in text(response)
    assert "写了很久的理由" in response.content.decode()  # type: ignore[attr-defined]
    for given in ({"n": ["x"]}, {"n": ["9" * 30]}, {}):
        assert "consultation.E021" in text(step(drafter, row, "moderate", shown="1", **given))
    assert drafter.post(f"/consulting/{row.pk}/nonsense").status_code == 404
    assert drafter.get(f"/consulting/{row.pk}/close").status_code == 405


def engaged(row: Consultation) -> Client:
    """The coordinator of the drafting department, put on the case and given the drafter's post."""
    person = Person.objects.get(user__username="second")
    post = Post.objects.get(title="起草单位", organ=row.case.organ)
    Appointment.objects.create(person=person, post=post, since="2020-01-01")
    Engage(case=row.case, person=person).perform(actor("drafter"), timezone.now())
    return logged_in("second")


def test_a_coordinator_cannot_end_it_early_on_either_page(row: Consultation) -> None:
    cheat = engaged(row)
    case = Case.objects.get(pk=row.case_id)
    given = {"happened_on": timezone.localdate().isoformat(), "expected": case.sequence, "key": "x"}
    direct = cheat.post(f"/cases/{case.pk}/acts/close_comments", given)
    for response in (step(cheat, row, "close"), direct):
        assert response.status_code == 400  # type: ignore[attr-defined]
        assert "公布的征求意见期限尚未届满" in text(response)
        assert "第七十五条" in text(response)
    assert Case.objects.get(pk=case.pk).sequence == case.sequence


def test_a_coordinator_cannot_send_it_to_review_over_an_unanswered_comment(db: None) -> None:
    people.establish_all()
    row = begin(ago=45)
    say(row, "没有答复的意见", at=timezone.now() - timedelta(days=40))
    cheat = engaged(row)
    assert "已经结束" in text(step(cheat, row, "close"))
    assert "还有1条意见" in text(step(cheat, row, "publish", summary="都采纳了"))
    case = Case.objects.get(pk=row.case_id)
    given = {"happened_on": timezone.localdate().isoformat(), "expected": case.sequence, "key": "x"}
    files = {f"paper-{n}": SimpleUploadedFile(f"{n}.txt", b"x") for n in range(3)}
    response = cheat.post(f"/cases/{case.pk}/acts/send_review", {**given, **files})
    assert response.status_code == 400
    assert "还有意见没有反馈采纳情况" in text(response)
    assert "第六十二条第二款" in text(response)
    assert not case.acts.filter(name="send_review").exists()


def test_a_comment_is_on_file_even_if_nobody_at_the_desk_ever_looked(row: Consultation) -> None:
    comments(row, "一", "二")
    assert row.case.acts.filter(name="comment").count() == 2


def test_who_said_it_is_seen_for_a_purpose_and_once(drafter: Client, row: Consultation) -> None:
    comments(row, "一", name="演示·意见人甲")
    author = Author.objects.get()
    address = f"/consulting/{row.pk}/authors/{author.pk}"
    assert "意见人甲" not in text(drafter.get(f"/consulting/{row.pk}"))
    assert "cases.E025" in text(drafter.post(address, {"purpose": " "}))
    assert "意见人甲" in text(drafter.post(address, {"purpose": "核实"}))
    assert drafter.post(f"/consulting/{row.pk}/authors/99", {"purpose": "x"}).status_code == 404


def test_another_organ_and_a_stranger_find_nothing(row: Consultation) -> None:
    comments(row, "一")
    get_user_model().objects.create_user("stranger")
    for login, status in (("street", 404), ("stranger", 403)):
        client = logged_in(login)
        answers = (
            client.get(f"/consulting/{row.pk}"),
            client.post(f"/consulting/{row.pk}/close"),
            client.get(f"/cases/{row.case_id}/consultation"),
        )
        assert [one.status_code for one in answers] == [status] * 3
    assert f"/consulting/{row.pk}" not in links(logged_in("street").get("/consulting"))


def test_an_auditor_reads_and_decides_nothing(row: Consultation) -> None:
    comments(row, "一")
    auditor = logged_in("auditor")
    assert auditor.get(f"/consulting/{row.pk}").status_code == 200
    response = step(auditor, row, "answer", n=[1], outcome="adopted", reason="x")
    assert response.status_code == 403  # type: ignore[attr-defined]
    assert "office.E001" in text(response)
