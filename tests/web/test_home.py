"""The portal's first page leads to what exists, and to nothing else."""

import pytest
from django.test import Client

from fazhi.packs import rulebook
from fazhi.web.errands import ERRANDS, Errand, open_errands
from fazhi.web.views.home import ASKED
from tests.web.page import links, text

pytestmark = pytest.mark.django_db


def test_a_visitor_who_comes_to_the_door_is_led_to_the_errands_not_to_the_log_in() -> None:
    assert Client().get("/")["Location"] == "/portal"


def test_every_link_of_the_first_page_leads_somewhere() -> None:
    found = {link.partition("#")[0] for link in links(Client().get("/portal"))} - {""}
    assert {"/calculator", "/statutes", "/login"} <= found
    statuses = {link: Client().get(link).status_code for link in found}
    assert set(statuses.values()) == {200}, statuses


def test_every_errand_on_the_page_is_one_whose_page_is_open_to_all() -> None:
    page = text(Client().get("/portal"))
    shown = {errand.name for errand in ERRANDS if errand.says in page}
    assert shown == {errand.name for errand in open_errands()}
    assert {"calculator", "statutes"} <= shown


@pytest.mark.parametrize(("name", "is_open"), [("gallery", True), ("ledger", False), ("no-such", False)])
def test_an_errand_appears_once_its_page_exists_and_asks_for_no_log_in(name: str, is_open: bool) -> None:
    assert Errand(name, "", "", "", "").is_open is is_open


def test_the_periods_often_asked_for_are_rules_and_lead_to_the_calculator() -> None:
    assert set(ASKED) <= set(rulebook.rules())
    asked = [link for link in links(Client().get("/portal")) if "rule=" in link]
    assert len(asked) == len(ASKED)


def test_the_search_box_searches_the_library(library: None) -> None:
    assert 'action="/statutes"' in Client().get("/portal").content.decode()
    assert "示例区便民服务办法" in text(Client().get("/statutes?q=便民"))
