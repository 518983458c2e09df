"""Anybody may ask when a period ends, sees why, and can have it proven again from the address."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from lxml import html

from tests.web.page import links, text

pytestmark = pytest.mark.django_db
RULE = "/calculator?from=2024-02-06&rule=recon-review-5wd"


def test_a_stranger_finds_the_form_with_today_and_every_rule_under_its_statute() -> None:
    page = html.fromstring(Client().get("/calculator").content.decode())
    assert page.xpath("//input[@name='from']/@value")[0]
    groups = page.xpath("//select[@name='rule']/optgroup/@label")
    assert len(groups) == len(set(groups)) > 20
    assert "最后一天" not in page.xpath("//main//h2/text()")


def test_an_answer_says_day_reason_article_calendar_and_address() -> None:
    page = text(Client().get(RULE))
    assert "2024年2月19日 星期一" in page
    assert "不计春节放假8日" in page
    assert "《行政复议法》第三十条第一款" in page
    assert "国办发明电〔2023〕7号" in page
    assert "from=2024-02-06&rule=recon-review-5wd" in page


@pytest.mark.parametrize(
    "asked",
    [
        "from=2024-02-06&count=5&unit=working-day",
        "from=2024-09-20&count=15&unit=calendar-day&no-roll=1",
        "from=2024-02-06T15:30&count=24&unit=hour",
        "from=2024-02-06&count=3&unit=calendar-day&backward=on",
    ],
)
def test_the_printed_address_gives_the_same_answer_again(asked: str) -> None:
    first = Client().get(f"/calculator?{asked}")
    again = next(link for link in links(first) if link.startswith("http://testserver/calculator?"))
    parts = urlsplit(again)
    second = Client().get(f"{parts.path}?{parts.query}")
    assert text(first) == text(second)
    assert parse_qs(parts.query)["count"] == parse_qs(asked)["count"]


def test_an_unannounced_year_gives_no_day_but_a_safe_one() -> None:
    page = text(Client().get("/calculator?from=2026-11-24&rule=recon-apply-60d"))
    assert "现在还不能确定" in page
    assert "暂算到 2027-01-23" in page
    assert "宜在 2026年12月31日 星期四 以前办结" in page


def test_what_the_law_leaves_open_is_said_with_who_decides() -> None:
    page = text(Client().get("/calculator?from=2024-03-01&rule=pt-office-15d"))
    assert "法律没有写明末日是否顺延，由承办机关法制机构确定" in page


def test_a_rule_out_of_its_time_is_answered_with_a_warning() -> None:
    page = text(Client().get("/calculator?from=2020-02-06&rule=recon-review-5wd"))
    assert "自 2024-01-01 起适用" in page


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("from=2024-02-30&count=5&unit=working-day", "law.E105"),
        ("from=&count=5&unit=working-day", "law.E105"),
        ("from=2024-02-06&time=25:00&count=5&unit=hour", "law.E105"),
        ("from=2024-02-06&count=0&unit=month", "law.E101"),
        ("from=2024-02-06&count=5&unit=hour", "law.E102"),
        ("from=2024-02-06&count=9999&unit=year", "law.E103"),
        ("from=2024-02-06T10:00Z&count=5&unit=hour", "law.E105"),
        ("from=2024-02-06&count=5", "law.E109"),
        ("from=2024-02-06&rule=no-such", "law.E106"),
        ("from=2024-02-06", "law.E107"),
        ("from=2024-02-06&count=5&rule=recon-review-5wd", "law.E107"),
        ("from=2024-02-06&count=many&unit=month", "law.E108"),
        ("from=2024-02-06&count=99999&unit=month", "law.E108"),
        ("from=2024-02-06&count=5&unit=fortnight", "law.E109"),
        ("from=2024-02-06&rule=recon-start-omission-60d", "law.E201"),
    ],
)
def test_bad_input_is_refused_with_a_code_and_nothing_is_lost(asked: str, code: str) -> None:
    response = Client().get(f"/calculator?{asked}")
    assert response.status_code == 400
    page = response.content.decode()
    assert f"[{code}]" in page
    given = parse_qs(asked)
    form = html.fromstring(page)
    assert form.xpath("//input[@name='count']/@value") == given.get("count", [])
    if given.get("rule") == ["recon-review-5wd"]:
        assert form.xpath("//select[@name='rule']//option[@selected]/@value") == given["rule"]


def test_searching_without_script_shortens_the_list_and_keeps_what_was_filled_in() -> None:
    asked = "from=2024-02-06&time=08:30&rule=recon-apply-60d&find=补正&narrow=1"
    page = html.fromstring(Client().get(f"/calculator?{asked}").content.decode())
    options = page.xpath("//select[@name='rule']//option/@value")
    assert 2 < len(options) < 20
    assert page.xpath("//select[@name='rule']//option[@selected]/@value") == ["recon-apply-60d"]
    assert page.xpath("//input[@name='from']/@value") == ["2024-02-06"]
    assert page.xpath("//input[@name='time']/@value") == ["08:30"]


def test_the_strip_draws_each_day_and_its_table_says_the_same() -> None:
    page = html.fromstring(Client().get(RULE).content.decode())
    assert len(page.xpath("//svg[@role='img']/g")) == 21
    assert len(page.xpath("//figure//tbody/tr")) == 14
    assert page.xpath("//figure//tbody/tr[13]/td[2]/text()") == ["计入，第4日，调休上班"]


def test_a_long_strip_leaves_out_its_middle_and_says_how_much() -> None:
    page = text(Client().get("/calculator?from=2024-02-06&count=20&unit=year"))
    assert page.count("日从略") == 2


@pytest.mark.parametrize("edge", ["from=0001-01-03&count=1&backward=1", "from=9999-12-20&count=9"])
def test_the_edges_of_the_calendar_are_answered_too(edge: str) -> None:
    assert Client().get(f"/calculator?{edge}&unit=calendar-day").status_code == 200


@pytest.mark.usefixtures("library")
def test_the_articles_in_the_steps_are_a_step_away() -> None:
    page = html.fromstring(Client().get("/calculator?from=2024-08-02&rule=decide-60d").content.decode())
    steps = page.xpath("//ol[@class='reasons']//a/@href")
    assert any(address.endswith("edition=2023-09-01&article=88#a88") for address in steps)


def test_a_row_of_two_months_is_named_once_by_the_later() -> None:
    page = html.fromstring(
        Client().get("/calculator?from=2024-08-02&count=60&unit=calendar-day").content.decode()
    )
    names = page.xpath("//*[local-name()='text'][@class='month-name']")
    assert [name.text for name in names] == ["8月", "9月", "10月"]
    assert len({name.get("y") for name in names}) == 3
    assert [name.text for name in page.xpath("//*[local-name()='text'][@class='year-name']")] == ["2024"]
