"""Published registers are for everybody; drafts, internal and superiors' lists for nobody outside."""

import json
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse

from fazhi.registers.actions import Keep, open_superior
from fazhi.registers.models import Edition
from tests.conftest import Personas
from tests.registers.lists import DAY, kept, opened, published, row, xlsx
from tests.web.page import text

ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = ("list", "list-item", "list-schema")


@pytest.fixture
def edition(personas: Personas) -> Edition:
    rows = [row(1), row(2, "演示·已停止的职权", 失效日期="2026-03-31"), row(3, 编码="甲/3?&#")]
    return published(kept(opened(personas), personas, rows), personas)


def get(name: str, *arguments: object, **query: str) -> object:
    return Client().get(reverse(f"web:{name}", args=arguments), query)


def test_everybody_finds_reads_and_takes_away_a_published_list(edition: Edition) -> None:
    pk = edition.register_id
    assert "试验区司法局" in text(get("lists"))
    told = text(get("list", pk))
    assert "共 2 条" in told
    assert "已停止" not in told
    assert "《行政处罚法》第三十三条" in text(get("list-item", pk, key="HD-001"))
    assert "演示职权3" in text(get("list-item", pk, key="甲/3?&#"))
    assert get("list-item", pk, key="HD-002").status_code == 404  # type: ignore[attr-defined]
    assert json.loads(get("list-file", pk, "json").content)["edition"] == 1  # type: ignore[attr-defined]
    assert get("list-file", pk, "pdf").status_code == 404  # type: ignore[attr-defined]


def test_the_feed_tells_of_each_edition_when_it_is_published(edition: Edition, personas: Personas) -> None:
    kept(edition.register, personas, [row(8)])
    response = get("lists-feed")
    assert response["Content-Type"].startswith("application/atom+xml")  # type: ignore[index]
    (entry,) = ElementTree.fromstring(response.content).findall(f"{ATOM}entry")  # type: ignore[attr-defined]
    assert "第1版" in str(entry.findtext(f"{ATOM}title"))
    published(kept(edition.register, personas, [row(9)]), personas)
    (entry,) = ElementTree.fromstring(get("lists-feed").content).findall(f"{ATOM}entry")  # type: ignore[attr-defined]
    assert "第3版" in str(entry.findtext(f"{ATOM}title"))
    link = entry.find(f"{ATOM}link").get("href")  # type: ignore[union-attr]
    assert link == f"http://testserver/lists/{edition.register_id}"


def test_a_draft_changes_nothing_outside(edition: Edition, personas: Personas) -> None:
    kept(edition.register, personas, [row(9, "演示·尚未审核的职权")])
    assert "尚未审核" not in text(get("list", edition.register_id))
    assert get("list-item", edition.register_id, key="HD-009").status_code == 404  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_published_is_not_there(personas: Personas, name: str) -> None:
    draft = kept(opened(personas), personas, [row(1)])
    theirs = open_superior(personas.coordinator, "power-list", "演示市级单位", DAY)
    Keep(register=theirs, file_name="a.xlsx", data=xlsx([row(1)])).perform(personas.coordinator, DAY)
    for register in (draft.register, theirs):
        found = get(name, register.pk, key="HD-001")
        assert found.status_code == 404  # type: ignore[attr-defined]
    assert "还没有公布的清单" in text(get("lists"))
    assert json.loads(get("catalogue").content)["dcat:dataset"] == []  # type: ignore[attr-defined]


def test_an_internal_list_is_in_force_without_being_shown(
    personas: Personas, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fazhi.registers import kinds, standing

    internal = kinds.kind("power-list", DAY.date()).model_copy(update={"published": False})
    monkeypatch.setattr("fazhi.registers.standing.kind", lambda *_: internal)
    edition = published(kept(opened(personas), personas, [row(1)]), personas)
    assert standing.in_force(edition.register) == edition
    assert get("list", edition.register_id).status_code == 404  # type: ignore[attr-defined]
    assert "还没有公布的清单" in text(get("lists"))


def test_the_catalogue_describes_each_list_with_its_files(edition: Edition) -> None:
    found = get("catalogue")
    assert found["Content-Type"] == "application/ld+json"  # type: ignore[index]
    told = json.loads(found.content)  # type: ignore[attr-defined]
    (dataset,) = told["dcat:dataset"]
    assert told["@type"] == "dcat:Catalog"
    assert dataset["dct:publisher"]["foaf:name"] == "试验区司法局"
    for distribution in dataset["dcat:distribution"]:
        path = distribution["dcat:downloadURL"]["@id"].removeprefix("http://testserver")
        assert Client().get(path).status_code == 200
    schema = dataset["dct:conformsTo"]["@id"].removeprefix("http://testserver")
    described = set(json.loads(Client().get(schema).content)["properties"])
    entries = json.loads(get("list-file", edition.register_id, "json").content)["entries"]  # type: ignore[attr-defined]
    assert all(set(entry) <= described for entry in entries)
