"""The ledger finds duties by filters and words, with and without script, thirty a page in the order due."""

import re

import pytest
from django.test import Client

from fazhi.duties.models import Occurrence
from fazhi.office.models import Organ
from tests.web.page import links, text


def days(page: str) -> list[str]:
    return re.findall(r'data-label="到期">(\d{4}-\d\d-\d\d)', page)


def test_rows_stand_in_the_order_they_fall_due(clerk: Client) -> None:
    found = days(clerk.get("/duties").content.decode())
    assert found
    assert found == sorted(found)


def test_words_find_duties_measures_and_organs(clerk: Client) -> None:
    assert "案卷评查" in text(clerk.get("/duties?q=案卷"))
    assert "没有符合条件的任务" in text(clerk.get("/duties?q=无此事"))


def test_an_organ_and_a_year_narrow_the_rows(clerk: Client) -> None:
    organ = Organ.objects.get(code="justice")
    found = clerk.get(f"/duties?organ={organ.pk}&year=2024").content.decode()
    assert {day[:4] for day in days(found)} == {"2024"}


def test_five_hundred_rows_come_thirty_at_a_time(clerk: Client) -> None:
    row = Occurrence.objects.first()
    assert row is not None
    organs = [
        Organ(code=f"o{n}", name=f"第{n}单位", full_name=f"第{n}单位", kind="street") for n in range(500)
    ]
    Organ.objects.bulk_create(organs)
    made = (Occurrence(duty=row.duty, organ=organ, label="期末", due_on=row.due_on) for organ in organs)
    Occurrence.objects.bulk_create(made)
    response = clerk.get("/duties?page=3")
    assert len(days(response.content.decode())) == 30
    assert any(link.endswith("page=4") for link in links(response))


def test_htmx_gets_the_rows_alone_and_history_the_whole_page(clerk: Client) -> None:
    part = clerk.get("/duties?q=案卷", headers={"HX-Request": "true"})
    whole = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" not in part.content.decode()
    assert "<html" in clerk.get("/duties?q=案卷", headers=whole).content.decode()
    assert "HX-Request" in part["Vary"]


@pytest.mark.parametrize(
    "query",
    ["organ=x", "year=99999999999", "day=2025-02-31", "status=?", "page=-1", "page=x", "q=%00", "organ=²"],
)
def test_nonsense_in_an_address_is_not_asked(clerk: Client, query: str) -> None:
    assert clerk.get(f"/duties?{query}").status_code == 200


def test_markup_in_a_search_stays_text(clerk: Client) -> None:
    page = clerk.get("/duties?q=<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page
