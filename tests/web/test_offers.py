"""The page of a case leads where chapters offer it, and names neither a procedure nor an act itself."""

import re

import pytest
from django.urls import reverse

from fazhi.cases.offer import Offer, offers, register
from tests import shipped
from tests.architecture.repository import ROOT

PAGES = ROOT / "src" / "fazhi" / "web" / "templates" / "web"
EDITIONS = shipped.latest()


def test_decisions_are_offered_their_chapters_pages_and_other_cases_none() -> None:
    titles = {name: [offer.title for offer in offers(name)] for name in EDITIONS}
    assert "听证会" in titles["major-decision"]
    assert "听证会" not in titles["normative-document"]
    for name in ("major-decision", "normative-document"):
        assert {"公开征求意见", "专家和法律顾问", "合法性审核", "责任一览", "卷宗目录和归档"} <= {
            *titles[name]
        }
    assert titles["simple-penalty"] == titles["disclosure-on-request"] == []
    for name in EDITIONS:
        assert all(reverse(offer.page, args=[1]).count("1") for offer in offers(name))


def test_an_offer_is_made_once_however_often_its_app_is_loaded() -> None:
    before = offers("major-decision")
    for offer in before:
        register(offer, [name for name in EDITIONS if offer in offers(name)])
    assert offers("major-decision") == before
    assert Offer("公开征求意见", "web:consulting-new") in before


@pytest.mark.parametrize("page", ["case", "case_new", "case_tie", "cases", "drafting", "assign"])
def test_pages_of_cases_know_no_procedure(page: str) -> None:
    text = (PAGES / f"{page}.html").read_text("utf-8")
    assert [name for name in EDITIONS if f'"{name}"' in text or f"'{name}'" in text] == []
    assert not re.search(r"edition\.act\.\w|procedure\s*==", text)
