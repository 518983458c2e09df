"""What the ledger promises to everybody: a page, the signed texts, the keys, and proofs for machines."""

import base64

import pytest
from django.test import Client

from fazhi.cases import signing
from fazhi.cases.models import Checkpoint
from fazhi.ledger import checkpoint, digest, keyring, proof
from fazhi.ledger.keyring import Period
from fazhi.office.actor import Actor
from tests.cases import ledgers
from tests.cases.conftest import person
from tests.cases.ledgers import ORIGIN, home, publish, write_acts
from tests.conftest import Personas
from tests.web.page import text

__all__ = ["home"]
period = ledgers.key


@pytest.fixture
def receiver(personas: Personas) -> Actor:
    return person("receiver")


@pytest.fixture
def published(period: Period, receiver: Actor) -> list[Checkpoint]:
    first = (write_acts(receiver, 3), publish(9, 2))[1]
    return [first, (write_acts(receiver, 4), publish(9, 3))[1]]


def test_the_page_shows_checkpoints_and_keys(published: list[Checkpoint], period: Period) -> None:
    words = text(Client().get("/ledger"))
    assert published[1].root in words
    assert "2026-09-02" in words
    assert ORIGIN in words
    assert signing.number(period.verifier) in words


def test_an_empty_ledger_says_what_will_be_here(db: None, home: object) -> None:
    words = text(Client().get("/ledger"))
    assert "还没有公布存证点" in words
    assert "fazhi ledger key new" in words


def test_the_signed_text_and_the_keys_prove_each_other(published: list[Checkpoint]) -> None:
    note = Client().get("/ledger/checkpoints/2026-09-03")
    keys = Client().get("/ledger/keys.txt")
    assert note["Content-Type"] == keys["Content-Type"] == "text/plain; charset=utf-8"
    signed = checkpoint.read(note.content.decode()).verify(keyring.read(keys.content.decode()))
    assert (signed.size, signed.date) == (14, "2026-09-03")


@pytest.mark.parametrize(("day", "status"), [("2026-09-01", 404), ("2026-02-30", 400), ("x", 400)])
def test_another_day_has_none(published: list[Checkpoint], day: str, status: int) -> None:
    assert Client().get(f"/ledger/checkpoints/{day}").status_code == status


def test_machines_get_the_checkpoints(published: list[Checkpoint]) -> None:
    answer = Client().get("/api/v1/ledger/checkpoints").json()
    assert answer["count"] == 2
    assert [one["day"] for one in answer["checkpoints"]] == ["2026-09-03", "2026-09-02"]
    assert answer["checkpoints"][0]["note"] == published[1].note


def test_machines_get_the_proof_that_nothing_was_lost(published: list[Checkpoint]) -> None:
    answer = Client().get("/api/v1/ledger/consistency?from=2026-09-02&to=2026-09-03").json()
    old, new = answer["from"], answer["to"]
    algorithm, root = digest.read(new["root"])
    path = [base64.b64decode(one) for one in answer["path"]]
    former = digest.read(old["root"])[1]
    assert proof.extends(digest.hasher(algorithm), old["size"], new["size"], path, former, root)
    assert not proof.extends(digest.hasher(algorithm), old["size"], new["size"], path, root, root)


def test_machines_get_what_is_older_than_a_day(published: list[Checkpoint]) -> None:
    answer = Client().get("/api/v1/ledger/checkpoints?before=2026-09-03").json()
    assert (answer["count"], [one["day"] for one in answer["checkpoints"]]) == (2, ["2026-09-02"])


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("", 400, "cases.E068"),
        ("from=2026-09-02", 400, "cases.E068"),
        ("from=2026-09-03&to=2026-09-02", 400, "cases.E068"),
        ("from=2026-09-02&to=2026-09-09", 404, "cases.E067"),
        ("from=%00&to=2026-09-09", 400, "cases.E068"),
    ],
)
def test_mistakes_are_problems(published: list[Checkpoint], query: str, status: int, code: str) -> None:
    response = Client().get(f"/api/v1/ledger/consistency?{query}")
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["remedy"]
