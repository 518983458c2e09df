"""Published registers by the interface: for everybody, page by page, and nothing that is not published."""

from typing import Any

import pytest
from django.test import Client

from fazhi.registers.models import Edition
from tests.conftest import Personas
from tests.registers.lists import kept, opened, published, row


@pytest.fixture
def edition(personas: Personas) -> Edition:
    rows = [*(row(number) for number in range(1, 6)), row(6, "演示·已停止的职权", 失效日期="2026-03-31")]
    return published(kept(opened(personas), personas, rows), personas)


def get(path: str, **headers: str) -> Any:
    return Client().get(f"/api/v1/registers{path}", headers=headers)


def test_a_published_register_is_read_page_by_page(edition: Edition) -> None:
    (line,) = get("").json()["registers"]
    told = get(f"/{line['id']}").json()
    assert (told["edition"], told["keeper"]) == (1, edition.register.holder)
    keys, address = [], f"/{line['id']}/entries?limit=2"
    page = get(address).json()
    while True:
        keys += [entry["key"] for entry in page["entries"]]
        for entry in page["entries"]:
            assert (
                set(told["schema"]["required"]) <= set(entry["values"]) <= set(told["schema"]["properties"])
            )
        if not page["next"]:
            break
        page = get(f"{address}&cursor={page['next']}").json()
    assert keys == [f"HD-00{number}" for number in range(1, 6)]
    (found,) = get(f"/{line['id']}/entries?q=职权3").json()["entries"]
    assert Client().get(found["page"]).status_code == 200


def test_who_has_the_edition_already_is_not_sent_it_again(edition: Edition, personas: Personas) -> None:
    for path in (f"/{edition.register_id}", f"/{edition.register_id}/entries"):
        tag = get(path)["ETag"]
        again = get(path, if_none_match=tag)
        assert (again.status_code, again["ETag"], again.content) == (304, tag, b"")
    published(kept(edition.register, personas, [row(9)]), personas)
    assert get(path, if_none_match=tag).status_code == 200


def test_a_page_of_an_edition_that_was_replaced_starts_anew(edition: Edition, personas: Personas) -> None:
    address = f"/{edition.register_id}/entries?limit=2"
    mark = get(address).json()["next"]
    published(kept(edition.register, personas, [row(9)]), personas)
    refused = get(f"{address}&cursor={mark}")
    assert (refused.status_code, refused.json()["code"]) == (400, "api.E006")


def test_what_is_not_published_is_not_there(personas: Personas) -> None:
    draft = kept(opened(personas), personas, [row(1)])
    assert get("").json() == {"registers": []}
    for path in (f"/{draft.register_id}", f"/{draft.register_id}/entries", "/999"):
        assert get(path).status_code == 404
    assert "不能大于 100" in get(f"/{draft.register_id}/entries?limit=101").json()["title"]
