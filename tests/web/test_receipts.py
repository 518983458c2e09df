"""Receipts on the case's page, and the public page on which anybody has one checked."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fazhi.cases import lawbook, receipts
from fazhi.cases.models import Case
from fazhi.ledger import digest
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.keyring import Period
from fazhi.office.actor import Actor
from tests.cases import ledgers
from tests.cases.conftest import APPLICANT, opening, person, receive
from tests.cases.ledgers import home, publish
from tests.conftest import Personas, at
from tests.web.conftest import logged_in
from tests.web.page import links, text

__all__ = ["home"]
period = ledgers.key


@pytest.fixture
def receiver(personas: Personas) -> Actor:
    return person("receiver")


@pytest.fixture
def case(period: Period, receiver: Actor) -> Case:
    """A case whose first act is under a checkpoint, and whose second waits."""
    row = opening().perform(receiver, at(2026, 7, 6))
    publish(7, 6)
    receive(row, receiver)
    return row


def address(case: Case, sequence: int) -> str:
    return reverse("web:case-receipt", args=[case.pk, sequence])


def test_the_page_offers_a_receipt_for_what_is_proven_and_says_when_for_the_rest(case: Case) -> None:
    page = logged_in("receiver").get(reverse("web:case", args=[case.pk]))
    assert address(case, 1) in links(page)
    assert address(case, 2) not in links(page)
    assert "1 个行为还没有进入存证点" in text(page)
    assert "最近一次公布于 2026-07-06" in text(page)
    case.refresh_from_db()
    assert case.leaf in text(page)


def test_before_the_first_checkpoint_the_page_says_so(home: object, receiver: Actor) -> None:
    row = opening().perform(receiver, at(2026, 7, 6))
    page = text(logged_in("receiver").get(reverse("web:case", args=[row.pk])))
    assert "本台账还没有公布过存证点" in page


def test_a_receipt_is_a_file_that_holds_and_names_nobody(case: Case) -> None:
    got = logged_in("receiver").get(address(case, 1))
    assert got["Content-Disposition"].startswith("attachment")
    assert receipts.verify(got.content).receipt.entry.case == case.number
    assert APPLICANT.known["name"] not in got.content.decode()


def test_what_is_not_proven_yet_has_no_receipt(case: Case) -> None:
    desk = logged_in("receiver")
    assert "cases.E064" in text(desk.get(address(case, 2)))
    assert [desk.get(address(case, n)).status_code for n in (2, 3)] == [404, 404]


def test_another_organ_gets_no_receipt(case: Case) -> None:
    assert logged_in("street").get(address(case, 1)).status_code == 404


def test_anybody_has_a_receipt_checked_by_file_or_by_text(case: Case) -> None:
    content = logged_in("receiver").get(address(case, 1)).content
    file = SimpleUploadedFile("回执.json", content)
    for given in ({"file": file}, {"text": content.decode()}):
        response = Client().post("/receipts", given)
        assert response.status_code == 200
        assert "回执成立" in text(response)
        assert case.number in text(response)


@pytest.mark.skipif(Algorithm.SM3 not in digest.available(), reason="this machine has no SM3")
def test_a_receipt_says_with_which_algorithms_it_holds(
    receiver: Actor, period: Period, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lawbook, "algorithm", lambda: Algorithm.SM3)
    row = opening().perform(receiver, at(2026, 7, 6))
    publish(7, 6)
    assert row.leaf.startswith("sm3:")
    assert row.leaf in text(logged_in("receiver").get(reverse("web:case", args=[row.pk])))
    content = logged_in("receiver").get(address(row, 1)).content.decode()
    page = text(Client().post("/receipts", {"text": content}))
    assert "摘要算法本案 SM3，存证点 SHA-256" in page
    assert json.loads(content)["entry"]["digest"] in page


def test_a_changed_receipt_is_refused_with_its_reason(case: Case) -> None:
    held = json.loads(logged_in("receiver").get(address(case, 1)).content)
    held["act"]["record"]["happened_on"] = "2026-07-01"
    response = Client().post("/receipts", {"text": json.dumps(held)})
    assert response.status_code == 400
    assert "ledger.E051" in text(response)
    assert "回执成立" not in text(response)


@pytest.mark.parametrize(
    "given", [{}, {"text": " "}, {"text": "回执"}, {"text": '"\\ud800"'}, {"text": "{}"}]
)
def test_nonsense_is_refused_kindly(db: None, home: object, given: dict[str, str]) -> None:
    response = Client().post("/receipts", given)
    assert response.status_code == 400
    assert "回执不成立" in text(response)


def test_markup_in_a_receipt_stays_text(db: None, home: object) -> None:
    page = Client().post("/receipts", {"text": '{"act":"<script>alert(1)</script>"}'}).content.decode()
    assert "<script>alert" not in page


def test_the_empty_page_asks(db: None) -> None:
    assert "提交回执" in text(Client().get("/receipts"))
