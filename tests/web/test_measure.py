"""A measure shows its source text with everything that was read, in its place."""

from django.test import Client
from lxml import html

from fazhi.duties.models import Measure
from tests.web.page import text


def test_duties_quotas_dates_and_units_are_marked_in_the_text(clerk: Client) -> None:
    measure = Measure.objects.get(title="执法监督")
    page = html.fromstring(clerk.get(f"/measures/{measure.pk}").content.decode())
    duty = measure.duties.get(text__contains="案卷")
    marked = page.xpath(f"//p[@class='source']/a[@href='#duty-{duty.pk}']//text()")
    assert "".join(marked) == duty.text
    assert page.xpath(f"//*[@id='in-duty-{duty.pk}']")
    assert page.xpath(f"//*[@id='duty-{duty.pk}']")
    assert page.xpath("//mark[contains(@class,'m-unit')]/text()")[0] == "区司法局"


def test_the_text_is_whole_with_its_marks_taken_away(clerk: Client) -> None:
    measure = Measure.objects.get(title="执法监督")
    edition = measure.outline.editions.get()
    page = html.fromstring(clerk.get(f"/measures/{measure.pk}").content.decode())
    shown = page.xpath("//p[@class='source']")[0].text_content()
    assert shown == edition.text[measure.start : measure.end]


def test_a_group_word_names_the_organs_it_stands_for(clerk: Client) -> None:
    measure = Measure.objects.get(title="街道执法")
    words = text(clerk.get(f"/measures/{measure.pk}"))
    assert "各街道" in words
    assert "东街道" in words
