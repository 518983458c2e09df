"""The documents library for everybody: what is published is found, read and taken away."""

import csv
import io
import json
from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import Client
from openpyxl import load_workbook

from fazhi.library.actions import SetValidity, Withdraw
from fazhi.library.models import Item
from fazhi.search.actions import update_all
from tests.conftest import Personas
from tests.library.shelves import DAY, TEXT, published
from tests.web.page import links, text

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def row(personas: Personas) -> Item:
    return published(
        personas, index_number="甲/2024-00001", subject="城市管理", issued_on=date(2024, 2, 1),
        files=(("规定.txt", TEXT.encode()),),
    )  # fmt: skip


def test_before_anything_is_published_there_is_nothing(personas: Personas) -> None:
    assert "还没有公开的文件" in text(Client().get("/library"))
    for address in ("/library/1", "/library/1/files/1", "/library/file.pdf"):
        assert Client().get(address).status_code == 404


def test_everybody_reads_the_particulars_and_what_is_not_known_is_empty(row: Item) -> None:
    page = Client().get(f"/library/{row.pk}")
    told = text(page)
    for said in (
        "索引号甲/2024-00001", "发布机构试验区司法局", "主题城市管理", "成文日期空", "发文日期2024-02-01",
        "有效性有效", "（此件主动公开）", "第一条 为了方便居民",
    ):  # fmt: skip
        assert said in told, said
    assert "演示·承办人甲" not in page.content.decode()
    assert row.review not in page.content.decode()
    file = Client().get(f"/library/{row.pk}/files/1")
    assert (file.content, file["Content-Disposition"][:10]) == (TEXT.encode(), "attachment")
    assert Client().get(f"/library/{row.pk}/files/2").status_code == 404


def test_a_document_and_its_reading_lead_to_each_other(row: Item, personas: Personas) -> None:
    reading = published(personas, "便民服务规定解读", kind="reading", document=row)
    assert f"/library/{reading.pk}" in links(Client().get(f"/library/{row.pk}"))
    assert f"/library/{row.pk}" in links(Client().get(f"/library/{reading.pk}"))


def test_the_list_is_narrowed_and_bad_questions_narrow_nothing(row: Item, personas: Personas) -> None:
    published(personas, "没有日期的公告")
    for query, both in (("?subject=城市管理", False), ("?year=2024", False), ("?q=便民", False)):
        told = text(Client().get(f"/library{query}"))
        assert (row.title in told, "没有日期的公告" in told) == (True, both), query
    for query in ("?year=x", "?organ=-1", "?page=999", "?q=%00", "?organ=99999999999999999999"):
        response = Client().get(f"/library{query}")
        assert (response.status_code, row.title in text(response)) == (200, True), query
    assert "没有符合条件的文件" in text(Client().get("/library?state=repealed"))


def test_what_no_longer_holds_says_since_when_and_why(row: Item, personas: Personas) -> None:
    change = SetValidity(item=row, state="repealed", since=date(2024, 3, 5), reason="经清理废止")
    change.perform(personas.clerk, DAY)
    told = text(Client().get(f"/library/{row.pk}"))
    assert "自 2024-03-05 起已废止。经清理废止" in told
    assert row.title in text(Client().get("/library?state=repealed"))


def test_what_is_withdrawn_is_gone_everywhere(row: Item, personas: Personas) -> None:
    update_all()
    assert row.title in text(Client().get("/search?q=方便居民&kind=library"))
    Withdraw(item=row, reason="误公开").perform(personas.clerk, DAY)
    for address in (f"/library/{row.pk}", f"/library/{row.pk}/files/1", f"/api/v1/library/{row.pk}"):
        assert Client().get(address).status_code == 404
    for address in ("/library", "/library/feed.atom", "/library/file.json", "/api/v1/library"):
        assert row.title not in Client().get(address).content.decode(), address
    assert row.title not in text(Client().get("/search?q=方便居民&kind=library"))


def test_the_catalogue_is_taken_away_in_three_forms(row: Item, personas: Personas) -> None:
    published(personas, "=1+1")
    told = json.loads(Client().get("/library/file.json").content)["documents"]
    assert {one["title"] for one in told} == {row.title, "=1+1"}
    (line,) = [one for one in told if one["id"] == row.pk]
    assert (line["signed_on"], line["issued_on"], line["validity"]) == (None, "2024-02-01", "in-force")
    rows = list(csv.reader(io.StringIO(Client().get("/library/file.csv").content.decode("utf-8-sig"))))
    assert [one[0] for one in rows] == ["名称", "'=1+1", row.title]
    narrowed = Client().get("/library/file.xlsx?subject=城市管理").content
    sheet = load_workbook(io.BytesIO(narrowed)).worksheets[0]
    assert [cell.value for cell in sheet["A"]] == ["名称", row.title]
    assert sheet["E2"].value is None


def test_the_feed_names_what_was_published_last_first(row: Item, personas: Personas) -> None:
    newer = published(personas, "另一件")
    response = Client().get("/library/feed.atom")
    assert response["Content-Type"].startswith("application/atom+xml")
    entries = ElementTree.fromstring(response.content).findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == [newer.title, row.title]
    address = entries[0].find(f"{ATOM}link").get("href")  # type: ignore[union-attr]
    assert str(address).endswith(f"/library/{newer.pk}")


def test_the_open_data_catalogue_leads_to_the_files(row: Item) -> None:
    (dataset,) = json.loads(Client().get("/lists/catalogue.jsonld").content)["dcat:dataset"]
    assert dataset["dct:title"]["@value"] == "公开文件目录"
    for distribution in dataset["dcat:distribution"]:
        path = distribution["dcat:downloadURL"]["@id"].removeprefix("http://testserver")
        assert Client().get(path).status_code == 200


def test_machines_list_and_read_the_library(row: Item, personas: Personas) -> None:
    reading = published(personas, "便民服务规定解读", kind="reading", document=row)
    told = Client().get("/api/v1/library?kind=document").json()
    assert [one["id"] for one in told["documents"]] == [row.pk]
    assert Client().get("/api/v1/library?publisher=east").json()["documents"] == []
    one = Client().get(f"/api/v1/library/{row.pk}").json()
    assert (one["text"], one["signed_on"]) == (TEXT, None)
    assert one["readings"][0].endswith(f"/library/{reading.pk}")
    path = one["files"][0]["address"].removeprefix("http://testserver")
    assert Client().get(path).content == TEXT.encode()
    for query in ("year=x", "kind=poem", "validity=x", "cursor=x"):
        assert Client().get(f"/api/v1/library?{query}").status_code == 400, query
    assert "审查" not in json.dumps(one, ensure_ascii=False)


def test_the_pages_of_the_interface_follow_each_other(
    personas: Personas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fazhi.api.routes.library.PAGE", 2)
    rows = [published(personas, f"文件{n}").pk for n in range(3)]
    first = Client().get("/api/v1/library").json()
    second = Client().get("/api/v1/library", {"cursor": first["next"]}).json()
    assert [one["id"] for page in (first, second) for one in page["documents"]] == rows[::-1]
    assert second["next"] is None
