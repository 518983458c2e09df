"""Procedures and statutes as data, for whoever builds on them."""

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from fazhi.cases import lawbook
from tests.api.conftest import System


def test_every_edition_is_listed_with_its_basis(desk: System) -> None:
    found = desk.get("/procedures").json()
    assert found["count"] == len(found["procedures"])
    (one,) = [p for p in found["procedures"] if p["id"] == "disclosure-on-request"]
    assert "政府信息公开条例" in one["basis"]
    assert {"id": "submit", "title": "提出申请"} in one["starts_with"]


def test_an_edition_is_what_its_digest_says(desk: System) -> None:
    response = desk.get("/procedures/disclosure-on-request?on=2026-07-06")
    told = response.json()
    content = json.dumps(told["content"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert sha256(content.encode()).hexdigest() == told["edition"]
    again = desk.get("/procedures/disclosure-on-request?on=2026-07-06", If_None_Match=response["ETag"])
    assert again.status_code == 304


def test_an_edition_that_ends_is_told_anew_under_the_same_digest(
    desk: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last day is set when cases run under the edition: its words and digest stay."""
    before = desk.get("/procedures/disclosure-on-request?on=2026-07-06")
    edition = lawbook.governing("disclosure-on-request", date(2026, 7, 6))
    ended = replace(edition, until=date(2026, 12, 31))
    monkeypatch.setattr(lawbook, "editions", lambda: {"disclosure-on-request": (ended,)})
    after = desk.get("/procedures/disclosure-on-request?on=2026-07-06", If_None_Match=before["ETag"])
    assert after.status_code == 200
    assert after.json() == {**before.json(), "until": "2026-12-31"}


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/procedures/none", 404, "cases.E001"),
        ("/procedures/disclosure-on-request?on=1990-01-01", 400, "procedure.E018"),
        ("/procedures/disclosure-on-request?on=yesterday", 400, "api.E400"),
        ("/statutes", 400, "api.E400"),
        ("/statutes?q=。", 400, "statute.E009"),
    ],
)
def test_what_is_not_there_is_a_problem(desk: System, address: str, status: int, code: str) -> None:
    response = desk.get(address)
    assert (response.status_code, response.json()["code"]) == (status, code)


@pytest.mark.usefixtures("library")
def test_articles_are_found_by_their_words(desk: System) -> None:
    found = desk.get("/statutes?q=示例条文&limit=3").json()
    assert found["count"] == len(found["hits"]) == 3
    assert {"statute", "article", "excerpt"} <= found["hits"][0].keys()
