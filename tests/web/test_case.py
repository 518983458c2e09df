"""A case's page: what is on file, forms for what may be done, reasons with articles for the rest."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fazhi.cases.models import Case, Look, Paper, Party, Secrecy
from fazhi.office.actor import Actor
from fazhi.office.models import Person
from tests.cases.conftest import APPLICANT, DAY, do, opening, person, receive
from tests.conftest import Personas, at
from tests.web.conftest import logged_in
from tests.web.page import text


@pytest.fixture
def receiver(personas: Personas) -> Actor:
    return person("receiver")


@pytest.fixture
def case(receiver: Actor) -> Case:
    return opening().perform(receiver, at(2026, 7, 6))


@pytest.fixture
def desk(receiver: Actor) -> Client:
    return logged_in("receiver")


def page(case: Case) -> str:
    return reverse("web:case", args=[case.pk])


def _record(response: HttpResponse) -> str:
    """What the page says was done."""
    return text(response).partition("逐条成链")[2].partition("程序图")[0].strip()


def send(desk: Client, case: Case, act: str, **fields: object) -> object:
    given = {"expected": case.sequence, "happened_on": DAY.isoformat(), "key": ""}
    return desk.post(reverse("web:case-act", args=[case.pk, act]), {**given, **fields})


def test_the_page_shows_the_file_and_what_may_be_done(desk: Client, case: Case) -> None:
    words = text(desk.get(page(case)))
    assert case.number in words
    assert "确定收到申请之日" in words
    assert "提交方式当面提交" in words


def test_what_may_not_be_done_says_why_with_the_article(desk: Client, case: Case) -> None:
    words = text(desk.get(page(case)))
    assert "应由政府信息公开工作机构负责人办理" in words
    assert "《政府信息公开条例》第三十三条第二款" in words


def test_a_long_case_stays_light(
    desk: Client, case: Case, receiver: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was done comes page by page, the latest first."""
    monkeypatch.setattr("fazhi.web.views.case.ACTS", 1)
    receive(case, receiver)
    last, first = (_record(desk.get(page(case) + query)) for query in ("", "?page=1"))
    assert [one[0] for one in (first, last)] == ["1", "2"]


def test_how_a_clock_comes_about_has_a_page(desk: Client, case: Case, receiver: Actor) -> None:
    receive(case, receiver)
    assert "期间自2026-07-06" in text(desk.get(reverse("web:case-clock", args=[case.pk, "reply"])))
    assert desk.get(reverse("web:case-clock", args=[case.pk, "nothing"])).status_code == 404


def test_an_act_is_done_by_its_form(desk: Client, case: Case) -> None:
    fields = {"fact-channel": "in-person", "fact-submitted_on": DAY.isoformat()}
    assert send(desk, case, "receive", **fields).status_code == 302
    words = text(desk.get(page(case)))
    assert "答复期限" in words or "2026-08-03" in words


def test_a_form_with_a_mistake_keeps_what_was_written(desk: Client, case: Case) -> None:
    response = send(desk, case, "receive", **{"fact-channel": "in-person", "fact-submitted_on": "昨天"})
    assert response.status_code == 400
    assert "昨天" in response.content.decode()
    assert case.acts.count() == 1


def test_what_the_procedure_refuses_is_said_beside_the_form(desk: Client, case: Case) -> None:
    fields = {"fact-channel": "in-person", "fact-submitted_on": "2026-07-05"}
    response = send(desk, case, "receive", **fields)
    assert (response.status_code, "procedure.E017" in text(response)) == (400, True)


def test_somebody_elses_act_meanwhile_is_a_conflict_and_the_form_is_ready_again(
    desk: Client, case: Case, receiver: Actor
) -> None:
    receive(case, receiver)
    response = send(desk, case, "examine", **dict.fromkeys(EXAMINED, "no"))
    assert (response.status_code, "cases.E409" in text(response)) == (409, True)
    assert 'name="expected" value="2"' in response.content.decode()


EXAMINED = ("fact-unclear", "fact-affects_third_party", "fact-joint", "fact-excessive")


def test_a_second_click_is_the_same_act(desk: Client, case: Case) -> None:
    fields = {"fact-channel": "in-person", "fact-submitted_on": DAY.isoformat(), "key": "click"}
    assert [send(desk, case, "receive", **fields).status_code for _ in range(2)] == [302, 302]
    assert case.acts.count() == 2


def test_a_paper_is_kept_and_given_back(desk: Client, case: Case) -> None:
    fields = {"fact-channel": "in-person", "fact-submitted_on": DAY.isoformat()}
    file = SimpleUploadedFile("申请书.txt", "演示申请".encode())
    send(desk, case, "receive", **fields, **{"paper-more": file})
    paper = Paper.objects.get()
    got = desk.get(reverse("web:case-paper", args=[case.pk, paper.pk]))
    assert got.content == "演示申请".encode()
    assert got["Content-Disposition"].startswith("attachment")


def test_a_paper_that_is_not_what_its_name_says_is_refused_and_nothing_kept(desk: Client, case: Case) -> None:
    fields = {"fact-channel": "in-person", "fact-submitted_on": DAY.isoformat()}
    refused = send(desk, case, "receive", **fields, **{"paper-more": SimpleUploadedFile("批复.pdf", b"MZ")})
    assert (refused.status_code, "documents.E053" in text(refused)) == (400, True)
    assert (case.acts.count(), Paper.objects.count()) == (1, 0)
    kept = send(desk, case, "receive", **fields, **{"paper-more": SimpleUploadedFile("录像.mp4", b"MZ")})
    assert (kept.status_code, Paper.objects.get().file_name) == (302, "录像.mp4")


def test_an_unknown_act_is_not_there(desk: Client, case: Case) -> None:
    assert send(desk, case, "nothing").status_code == 404


def test_a_look_at_a_party_shows_it_once_and_is_on_record(desk: Client, case: Case) -> None:
    party = Party.objects.get()
    address = reverse("web:case-look", args=[case.pk, party.pk])
    assert APPLICANT.known["name"] in text(desk.post(address, {"purpose": "演示：送达"}))
    assert APPLICANT.known["name"] not in text(desk.get(page(case)))
    assert Look.objects.count() == 1
    assert desk.post(address, {"purpose": ""}).status_code == 400


def test_people_are_put_on_the_case_and_taken_off(desk: Client, case: Case) -> None:
    chief = Person.objects.get(user__username="chief")
    address = reverse("web:case-engage", args=[case.pk])
    assert desk.post(address, {"person": chief.pk, "on": "1"}).status_code == 302
    assert desk.post(address, {"person": chief.pk, "reason": ""}).status_code == 400
    assert desk.post(address, {"person": chief.pk, "reason": "演示"}).status_code == 302
    assert desk.post(address, {"person": "x", "on": "1"}).status_code == 404


def test_the_picture_shows_where_the_case_stands(desk: Client, case: Case) -> None:
    got = desk.get(reverse("web:case-picture", args=[case.pk]))
    assert got["Content-Type"].startswith("image/svg+xml")
    assert "已办" in got.content.decode()


@pytest.mark.parametrize("login", ["street", "officer"])
def test_another_organ_finds_nothing(case: Case, login: str) -> None:
    other = logged_in(login)
    assert other.get(page(case)).status_code == 404
    assert case.number not in text(other.get(reverse("web:cases")))
    assert send(other, case, "receive").status_code == 404


def test_a_restricted_case_is_for_its_handlers(desk: Client, receiver: Actor) -> None:
    hidden = opening(secrecy=Secrecy.RESTRICTED).perform(receiver, at(2026, 7, 6))
    assert desk.get(page(hidden)).status_code == 200
    assert logged_in("chief").get(page(hidden)).status_code == 404


def test_a_late_clock_is_red(desk: Client, case: Case, receiver: Actor) -> None:
    receive(case, receiver)
    if timezone.localdate() > date(2026, 8, 3):
        assert "已逾期（2026-08-03）" in text(desk.get(page(case)))


def test_a_closed_case_offers_only_what_may_follow(desk: Client, case: Case, receiver: Actor) -> None:
    receive(case, receiver)
    do(
        case,
        receiver,
        "examine",
        DAY,
        facts=dict.fromkeys(("unclear", "affects_third_party", "joint", "excessive"), False),
    )
    facts = {"reply_kind": "already-public", "way_told": True, "reasons_given": True}
    do(case, receiver, "reply", DAY, facts=facts)
    do(case, receiver, "file", DAY)
    words = text(desk.get(page(case)))
    assert "案件已以“" in words
    assert case.number in text(desk.get("/cases?state=closed"))
