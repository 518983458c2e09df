"""The public pages: which documents hold and which no longer do, for whoever has no log-in."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.test import Client

from fazhi.chapters.decisions.validity import actions
from fazhi.chapters.decisions.validity.models import Document, Record
from tests.chapters.decisions.validity import people
from tests.chapters.decisions.validity.people import act, change, endless, signed
from tests.chapters.decisions.validity.test_campaign import all_answered, finish
from tests.chapters.decisions.validity.test_campaign import campaign as campaign_of
from tests.conftest import at
from tests.web.page import links, text

campaign = campaign_of
LIST = "/normative-documents"


@pytest.fixture
def _district(db: None) -> None:
    people.establish_all()


@pytest.fixture
def anybody(_district: None) -> Client:
    """Two documents, of which one is abolished and names the other as what replaced it."""
    old = endless("试司规〔2021〕1号", name="旧办法", basis="《行政许可法》第五条")
    endless(
        "试司规〔2025〕1号",
        name="新<b>办法",
        published_on="2025-05-06",
        address="https://www.example.gov.cn/2",
    )
    change(old, Record.Kind.AMEND, date(2026, 2, 1), replacement="新办法（试司规〔2025〕1号）")
    return Client()


def named(client: Client, query: str) -> list[str]:
    page = text(client.get(f"{LIST}?{query}"))
    return [name for name in ("旧办法", "新<b>办法") if name in page]


def test_anybody_finds_documents_by_state_issuer_year_and_words(anybody: Client) -> None:
    assert named(anybody, "") == ["旧办法", "新<b>办法"]
    assert named(anybody, "state=in-force") == ["新<b>办法"]
    assert named(anybody, "state=over") == named(anybody, "state=amended") == ["旧办法"]
    assert named(anybody, "state=lapsed") == named(anybody, "state=stopped") == []
    assert named(anybody, "year=2021") == ["旧办法"]
    assert named(anybody, "q=行政许可法") == ["旧办法", "新<b>办法"][:1]
    assert named(anybody, "issuer=没有的机关") == []
    assert named(anybody, "state=x&year=0&page=x&organ=x") == ["旧办法", "新<b>办法"]


def test_a_document_says_whether_it_holds_and_what_replaced_it(anybody: Client) -> None:
    old, new = (Document.objects.get(number=f"试司规〔{year}〕1号") for year in (2021, 2025))
    page = text(anybody.get(f"{LIST}/{old.pk}"))
    assert "修改 自 2026-02-01 起" in page
    assert "新办法（试司规〔2025〕1号）" in page
    assert "不推定年限" in page
    assert "https://www.example.gov.cn/2" in links(anybody.get(f"{LIST}/{new.pk}"))
    assert "演示·" not in page
    assert anybody.get(f"{LIST}/999").status_code == 404


def test_the_list_is_taken_away_as_a_file_and_read_by_machines(anybody: Client) -> None:
    rows = list(
        csv.DictReader(io.StringIO(anybody.get(f"{LIST}/file.csv?state=over").content.decode("utf-8-sig")))
    )
    assert [(row["文件名称"], row["状态"], row["终止之日"]) for row in rows] == [
        ("旧办法", "修改", "2026-02-01")
    ]
    assert anybody.get(f"{LIST}/file.xlsx").content.startswith(b"PK")
    held: dict[str, Any] = anybody.get(f"{LIST}/file.json").json()
    assert [one["state"] for one in held["documents"]] == ["in-force", "amended"]
    assert anybody.get(f"{LIST}/file.exe").status_code == 404
    told = anybody.get("/api/v1/normative-documents?state=in-force").json()
    assert [one["number"] for one in told["documents"]] == ["试司规〔2025〕1号"]
    assert told["next"] is None
    (one,) = anybody.get("/api/v1/normative-documents?q=旧办法&year=2021").json()["documents"]
    assert (one["state"], one["ended_on"], one["validity"]) == ("amended", "2026-02-01", "unstated")
    assert anybody.get("/api/v1/normative-documents?year=x").status_code == 400


@pytest.mark.usefixtures("_district")
def test_an_address_that_is_none_is_shown_and_leads_nowhere() -> None:
    case = signed()
    act(case, "publish", date(2026, 3, 16), "正式文本", index_number="A1", address="javascript:alert(1)")
    actions.Gather().perform(at(2026, 3, 17))
    page = Client().get(f"{LIST}/{Document.objects.get().pk}")
    assert "javascript:alert(1)" in text(page)
    assert not [link for link in links(page) if link.startswith("javascript")]


@pytest.mark.usefixtures("_district")
def test_the_results_of_a_clean_up_are_lists_once_they_are_published(campaign: Any) -> None:
    address = f"{LIST}/clean-ups/{campaign.pk}"
    all_answered(campaign)
    assert Client().get(address).status_code == 404
    finish(campaign)
    page = text(Client().get(address))
    assert "共 4 件：保留 1 件，修改 1 件，废止 1 件，宣布失效 1 件" in page
    assert "评估后的意见" in page
    assert address in links(Client().get(LIST))
    assert "演示·承办人" not in page
