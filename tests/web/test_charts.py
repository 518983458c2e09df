"""Whoever cannot see a chart reads what it says: in a table beside it, or in its name (WCAG 2.2, 1.1.1)."""

import re

import pytest
from django.test import Client
from lxml import html

from fazhi.office.models import Organ
from tests.conftest import Personas
from tests.indicators.conftest import filled
from tests.web.conftest import logged_in

DRAWN = ".//text[not(@class) or @class='date'][not(ancestor::g[@class='p-outside'])]"
"""Numbers and labels; of a period drawn as weeks, its days."""
BELOW = ("数字见下表", "内容见下表")
Page = html.HtmlElement


@pytest.fixture
def desk(personas: Personas, edition: object) -> Client:
    """The coordinator of a district with tasks in force and figures to draw."""
    assert edition
    filled(list(Organ.objects.filter(code__in=("justice", "east"))))
    return logged_in("coordinator")


def charts(page: Page) -> list[Page]:
    return page.xpath("//svg[@role='img']")


def untold(chart: Page) -> list[str]:
    """What the chart draws in writing and no table says; its own name, where nothing of it is a number.

    >>> bar = html.fromstring("<p><svg aria-label=全部：逾期2项></svg><svg aria-label=全部></svg></p>")
    >>> [untold(one) for one in bar]
    [[], ['全部']]
    """
    name = chart.get("aria-label", "")
    if not name.endswith(BELOW):
        return [] if re.search(r"：.*(\d|没有|－)", name) else [name]
    table = chart.getparent().xpath(".//table")
    said = table[0].text_content() if table else ""
    drawn = ("".join(one.text_content().split()) for one in chart.xpath(DRAWN))
    return [one for one in drawn if one not in "".join(said.split())]


@pytest.mark.parametrize(
    "address",
    [
        "/components", "/", "/organs", "/indicators?period=2026",
        "/indicators/document-participation?period=2026", "/calculator?from=2024-02-06&rule=recon-review-5wd",
    ],
)  # fmt: skip
def test_every_chart_is_told_in_words(desk: Client, address: str) -> None:
    drawn = charts(html.document_fromstring(desk.get(address).content.decode()))
    assert drawn
    assert {chart.get("aria-label"): untold(chart) for chart in drawn if untold(chart)} == {}
