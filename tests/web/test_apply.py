"""办申请: anybody applies without a log-in, gets number and code, and loses nothing on a mistake."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html

from fazhi.cases.models import Case, Party
from fazhi.portal.models import Application, Window
from fazhi.portal.throttle import APPLYING
from tests.conftest import Personas
from tests.portal.conftest import KEY, _nobody_tried_yet, window_of
from tests.portal.test_complaint import complaints_window
from tests.web.page import text

__all__ = ["_nobody_tried_yet"]


@pytest.fixture
def window(personas: Personas) -> Window:
    return window_of(personas, timezone.now())


def filled(**changes: str) -> dict[str, str]:
    return {
        "fact-information": "演示：某项目批复", "fact-form_wanted": "电子文件", "name": "演示·申请人甲",
        "identity_number": "演示号码", "phone": "00000000000", "address": "", "email": "", "key": KEY,
        **changes,
    }  # fmt: skip


def test_without_a_window_the_page_says_where_to_go(personas: Personas) -> None:
    assert "现在没有网上受理的事项" in text(Client().get("/apply"))


def test_the_matters_are_offered_with_organ_and_basis(window: Window) -> None:
    words = text(Client().get("/apply"))
    assert "政府信息依申请公开" in words
    assert "试验区司法局" in words
    assert "第二十九条第一款" in words


def test_the_form_of_a_complaint_stands_under_complaints(window: Window, personas: Personas) -> None:
    marked = {
        one.pk: links_marked(Client().get(f"/apply/{one.pk}"))
        for one in (window, complaints_window(personas))
    }
    assert list(marked.values()) == [{"/apply"}, {"/complain"}]


def links_marked(page: object) -> set[str]:
    """Where the navigation says one is."""
    tree = html.fromstring(page.content.decode())  # type: ignore[attr-defined]
    return {str(href) for href in tree.xpath("//nav//a[@aria-current]/@href")}


def test_the_form_asks_what_the_edition_asks(window: Window) -> None:
    words = text(Client().get(f"/apply/{window.pk}"))
    assert "所申请公开的政府信息的名称" in words
    assert "提交方式" not in words
    assert "发生之日" not in words


def test_the_receipt_has_number_code_and_when_it_counts_as_received(window: Window) -> None:
    response = Client().post(f"/apply/{window.pk}", filled())
    words = text(response)
    assert Case.objects.get().number in words
    assert re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", words)
    assert "与申请人确认之日" in words
    assert "no-store" in response["Cache-Control"]
    assert Party.objects.get().role == "applicant"


def test_loaded_again_it_is_the_same_receipt(window: Window) -> None:
    code = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")
    pages = [text(Client().post(f"/apply/{window.pk}", filled())) for _ in range(2)]
    assert len({code.findall(page)[0] for page in pages}) == 1
    assert Application.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": ""}, "姓名或者名称"),
        ({"phone": ""}, "联系电话"),
        ({"email": "不是邮箱"}, "电子邮箱"),
        ({"fact-information": "", "fact-form_wanted": ""}, "portal.E006"),
        ({"name": "\0"}, "姓名或者名称"),
        ({"fact-information": "长" * 10_001}, "所申请公开的政府信息的名称"),
    ],
)
def test_a_mistake_is_said_and_what_was_typed_stays(
    window: Window, changes: dict[str, str], says: str
) -> None:
    response = Client().post(f"/apply/{window.pk}", filled(**changes))
    words = response.content.decode()
    assert response.status_code == 400
    assert says in words
    assert "演示号码" in words
    assert "data-error-summary" in words
    assert not Case.objects.exists()


@pytest.mark.parametrize("key", ["", "x", "ABC", "1"])
def test_a_forged_key_opens_nothing(window: Window, key: str) -> None:
    assert Client().post(f"/apply/{window.pk}", filled(key=key)).status_code == 400
    assert not Case.objects.exists()


def test_an_address_that_floods_is_told_to_wait_and_keeps_its_words(window: Window) -> None:
    for _ in range(APPLYING.most):
        APPLYING.count("127.0.0.1")
    response = Client().post(f"/apply/{window.pk}", filled())
    assert response.status_code == 429
    assert "演示：某项目批复" in response.content.decode()
    assert not Case.objects.exists()
    assert Client().post(f"/apply/{window.pk}", filled(), REMOTE_ADDR="192.0.2.1").status_code == 200


def test_no_forged_form_gets_through(window: Window) -> None:
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(f"/apply/{window.pk}", filled()).status_code == 403


def test_an_unknown_window_is_not_there(personas: Personas) -> None:
    assert Client().get("/apply/99999").status_code == 404


def test_the_frame_is_english_for_who_reads_english(window: Window) -> None:
    browser = Client()
    browser.cookies["language"] = "en"
    assert "Submit the application" in text(browser.get(f"/apply/{window.pk}"))
