"""A citation shows its article where the text is there, and reads well where it is not."""

from datetime import date
from typing import Any

import pytest
from django.http import HttpRequest
from django.template import Context, Template
from django.test import Client

from fazhi.fault import Fault
from fazhi.law.rule import Basis
from fazhi.statutes.library import stamp
from fazhi.statutes.models import Edition
from fazhi.web import citing
from fazhi.web.faults import fault_page

pytestmark = pytest.mark.django_db


def drawn(basis: Basis | str, day: date | None = None) -> str:
    template = Template("{% load cite %}{% cite basis on=day %}")
    return template.render(Context({"basis": basis, "day": day}))


@pytest.mark.usefixtures("library")
def test_the_article_stands_beside_its_citation_and_is_a_step_away() -> None:
    page = drawn("行政复议法第八十八条第二款", date(2024, 2, 6))
    assert "《行政复议法》第八十八条第二款</a>" in page
    assert "edition=2023-09-01&amp;article=88#a88" in page
    assert "第二款的示例文字。" in page
    assert 'role="tooltip"' in page


@pytest.mark.usefixtures("library")
def test_the_words_are_those_of_the_day_or_of_the_edition_named() -> None:
    assert "三个工作日" in drawn("示例区便民服务办法第三条", date(2024, 1, 1))
    assert "三个工作日" not in drawn("示例区便民服务办法第三条", date(2021, 1, 1))
    assert "三个工作日" in drawn(Basis("示例区便民服务办法", "2023-05-06", "第三条"), date(2021, 1, 1))


@pytest.mark.usefixtures("library")
def test_each_citation_of_a_list_leads_somewhere_of_its_own() -> None:
    page = drawn("行政复议法第八十八条第一款、民事诉讼法第八十五条第三款")
    assert page.count("<a ") == 1
    assert '、<span class="cited">《民事诉讼法》第八十五条第三款</span>' in page


@pytest.mark.usefixtures("library")
def test_every_citation_in_a_step_shows_its_article_and_the_rest_stays_as_it_is() -> None:
    template = Template("{% load cite %}{% cited step on=day %}")
    step = "末日<顺延>（《行政复议法》第八十八条第二款、《民事诉讼法》（2023-09-01）第八十五条第三款）"
    page = template.render(Context({"step": step, "day": date(2024, 2, 6)}))
    assert page.startswith('末日&lt;顺延&gt;（<span class="cite"><a ')
    assert "《行政复议法》第八十八条第二款</a>" in page
    assert "第二款的示例文字。" in page
    assert page.endswith('<span class="cited">《民事诉讼法》（2023-09-01）第八十五条第三款</span>）')


def test_without_the_text_a_citation_is_well_formed_and_no_link() -> None:
    assert drawn("行政复议法第88条第2款") == '<span class="cited">《行政复议法》第八十八条第二款</span>'


@pytest.mark.parametrize("words", ["", "区政府常务会议纪要", "<b>第一条</b>", "第"])
def test_what_is_no_citation_is_shown_as_it_stands(words: str) -> None:
    assert "<a" not in drawn(words)
    assert "<b>" not in drawn(words)


@pytest.mark.usefixtures("library")
def test_a_refusal_shows_the_article_it_rests_on() -> None:
    fault = Fault("web.E400", "不能受理", "请补正", "行政复议法第三十条")
    page = fault_page(_request(), fault).content.decode()
    assert 'class="cite-words"' in page


def _request() -> HttpRequest:
    return Client().get("/calculator").wsgi_request


@pytest.mark.usefixtures("library")
def test_a_citation_is_looked_up_once_until_the_library_changes(django_assert_num_queries: Any) -> None:
    before = stamp()
    first = list(citing.citations("行政复议法第八十八条", date(2024, 2, 6), before))
    with django_assert_num_queries(0):
        again = list(citing.citations("行政复议法第八十八条", date(2024, 2, 6), before))
    assert [each.url for each in again] == [each.url for each in first] != [""]
    assert again[0].id != first[0].id
    Edition.objects.all().delete()
    assert [each.url for each in citing.citations("行政复议法第八十八条", date(2024, 2, 6), stamp())] == [""]
