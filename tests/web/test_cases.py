"""The queue of cases and the opening of a new one."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fazhi.cases import queue
from fazhi.cases.models import Case, Party, Secrecy
from fazhi.office.actor import STRANGER, Actor
from fazhi.web.views import cases as views
from tests.cases.conftest import DAY, opening, person
from tests.conftest import Personas, at
from tests.web.conftest import logged_in
from tests.web.page import links, text

QUEUE = "/cases"
NEW = "/cases/new/disclosure-on-request"


@pytest.fixture
def receiver(personas: Personas) -> Actor:
    return person("receiver")


@pytest.fixture
def desk(receiver: Actor) -> Client:
    return logged_in("receiver")


def filled(**changes: str) -> dict[str, str]:
    organ = person("receiver").posts
    (only,) = {str(pk) for pk, _ in organ}
    return {
        "organ": only, "title": "公开某项目批复的申请", "secrecy": "0", "happened_on": DAY.isoformat(),
        "expected": "0", "key": "", "fact-channel": "in-person", "party-applicant-name": "演示·申请人甲",
        **changes,
    }  # fmt: skip


def test_an_empty_queue_says_so(desk: Client) -> None:
    assert "没有这样的案件" in text(desk.get(QUEUE))


def test_the_queue_has_the_case_with_its_latest_act(desk: Client, receiver: Actor) -> None:
    case = opening().perform(receiver, at(2026, 7, 6))
    words = text(desk.get(QUEUE))
    assert case.number in words
    assert "提出申请" in words


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?mine=1", True), ("?q=批复", True), ("?q=没有的词", False), ("?q=批复 司法局", True),
        ("?state=closed", False), ("?state=overdue", False), ("?state=all", True), ("?state=x", True),
        ("?procedure=disclosure-on-request", True), ("?procedure=simple-penalty", False),
        ("?procedure=x", True), ("?page=99", True), ("?q=%00", True),
    ],
)  # fmt: skip
def test_the_queue_is_searched(desk: Client, receiver: Actor, query: str, shown: bool) -> None:
    case = opening().perform(receiver, at(2026, 7, 6))
    assert (case.number in text(desk.get(QUEUE + query))) is shown


def test_a_list_costs_the_same_however_many_it_shows(
    desk: Client, receiver: Actor, django_assert_max_num_queries: Any
) -> None:
    for _ in range(12):
        opening().perform(receiver, at(2026, 7, 6))
    with django_assert_max_num_queries(8):
        assert "共 12 条" in text(desk.get(QUEUE + "?state=all"))


def test_a_list_too_long_to_read_says_so_and_keeps_what_is_asked(
    desk: Client, receiver: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MOST", 3)
    monkeypatch.setattr(views, "PAGE", 2)
    oldest, *_, newest = [opening().perform(receiver, at(2026, 7, 6)) for _ in range(4)]
    page = desk.get(QUEUE + "?state=all&q=批复")
    assert "共 3 条以上" in text(page)
    assert "排在最前的 3 件" in text(page)
    assert newest.number in text(page)
    assert "?state=all&amp;q=%E6%89%B9%E5%A4%8D&amp;page=2" in page.content.decode()
    last = text(desk.get(QUEUE + "?state=all&q=批复&page=2"))
    assert oldest.number not in last
    assert "下一页" not in last


@pytest.mark.parametrize("state", ["open", "overdue", "closed", "all"])
def test_the_list_is_what_may_be_seen_in_the_order_of_the_law(
    personas: Personas, receiver: Actor, state: str
) -> None:
    for n in range(6):
        case = opening(secrecy=Secrecy(n % 2)).perform(receiver, at(2026, 7, 6))
        day = date(2026, 7, 6 + n % 3) if n < 4 else None
        Case.objects.filter(pk=case.pk).update(next_due=day, outcome="public" if n == 5 else "")
    search, today = queue.Search(state=state), date(2026, 7, 8)
    everybody = (receiver, personas.clerk, personas.coordinator, personas.auditor, personas.street, STRANGER)
    for actor in everybody:
        wanted = [row.pk for row in queue.matching(actor, search, today)]
        assert queue.first(actor, search, today) == wanted


def test_htmx_gets_the_results_alone(desk: Client) -> None:
    assert "<html" not in desk.get(QUEUE, headers={"HX-Request": "true"}).content.decode()


def test_the_procedures_are_offered_with_their_basis(desk: Client) -> None:
    words = text(desk.get("/cases/new"))
    assert "政府信息依申请公开" in words
    assert "政府信息公开条例" in words


def test_a_case_is_opened_by_its_form(desk: Client) -> None:
    assert "申请人姓名或者名称" in text(desk.get(NEW))
    response = desk.post(NEW, filled())
    case = Case.objects.get()
    assert response["Location"] == reverse("web:case", args=[case.pk])
    assert Party.objects.get().role == "applicant"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"fact-channel": "pigeon"}, "提交方式"),
        ({"happened_on": "不是日子"}, "发生之日"),
        ({"organ": "99999"}, "承办机关"),
        ({"happened_on": "2026-06-01"}, "procedure.E018"),
    ],
)
def test_a_mistake_is_said_and_nothing_is_opened(desk: Client, changes: dict[str, str], says: str) -> None:
    response = desk.post(NEW, filled(**changes))
    assert response.status_code == 400
    assert says in text(response)
    assert Case.objects.count() == 0


def test_an_unknown_procedure_is_not_there(desk: Client) -> None:
    assert desk.get("/cases/new/nothing").status_code == 404


def test_who_handles_no_organs_cases_opens_none(personas: Personas) -> None:
    auditor = logged_in("auditor")
    assert auditor.get(NEW).status_code == 403
    shown = links(auditor.get("/cases")) + links(auditor.get("/cases/new"))
    assert not [link for link in shown if link.startswith("/cases/new")]
