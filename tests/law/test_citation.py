"""A citation is read however it is typed, and printed the one way official documents print it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.law.citation import ArticleNumber, Citation, Place, parse

count = st.none() | st.integers(1, 40)
articles = st.builds(ArticleNumber, st.integers(1, 1260), st.integers(0, 3))


@st.composite
def places(draw: st.DrawFn) -> Place:
    item = draw(count)
    return Place(draw(articles), draw(count), item, draw(count) if item else None)


@st.composite
def neighbours(draw: st.DrawFn) -> tuple[Place, ...]:
    """Enumerations as they occur: many places of few articles and paragraphs."""
    few = st.integers(1, 2)
    part = st.none() | few
    item = st.one_of(st.tuples(st.none(), st.none()), st.tuples(few, part))
    near = st.builds(lambda a, p, i: Place(a, p, *i), st.builds(ArticleNumber, few), part, item)
    return tuple(draw(st.lists(near | places(), max_size=6)))


titles = st.sampled_from(
    [
        "行政复议法", "中华人民共和国行政处罚法", "天津市街道办事处条例", "公平竞争审查条例（试行）",
        "天津市实施《中华人民共和国突发事件应对法》办法", "国办发〔2018〕118号",
        "最高人民法院关于适用《中华人民共和国行政诉讼法》的解释",
    ]
)  # fmt: skip
editions = st.sampled_from(["", "2019", "2023-09-01", "2017年修正", "国办发〔2018〕118号", "国务院令第836号"])


@given(st.builds(Citation, titles, neighbours(), editions))
def test_what_is_printed_is_read_back(citation: Citation) -> None:
    assert parse(str(citation)) == citation


@given(st.builds(Citation, titles, neighbours(), editions))
def test_printing_twice_changes_nothing(citation: Citation) -> None:
    assert str(parse(str(citation))) == str(citation)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("行政复议法第八十八条第二款", "《行政复议法》第八十八条第二款"),
        ("《行政复议法》第88条第2款", "《行政复议法》第八十八条第二款"),
        ("行政处罚法 第五十八条 第一款 第（二）项", "《行政处罚法》第五十八条第一款第二项"),
        ("中华人民共和国刑法第一百二十条之一", "《中华人民共和国刑法》第一百二十条之一"),
        ("复议法(2017)第九条第一款第三项第1目", "《复议法》（2017）第九条第一款第三项第1目"),
        ("行政强制法第十二条第一款、第二款和第十三条", "《行政强制法》第十二条第一款、第二款、第十三条"),
        ("天津市实施《突发事件应对法》办法第三条", "《天津市实施〈突发事件应对法〉办法》第三条"),
        ("《天津市实施〈突发事件应对法〉办法》第三条", "《天津市实施〈突发事件应对法〉办法》第三条"),
        ("国发[2019]5号", "国发〔2019〕5号"),
        ("行政复议法实施条例（国务院令第836号）第五条", "《行政复议法实施条例》（国务院令第836号）第五条"),
        ("行政处罚法第八十条至第八十二条", "《行政处罚法》第八十条、第八十一条、第八十二条"),
        ("行政处罚法", "《行政处罚法》"),
    ],
)  # fmt: skip
def test_the_ways_people_write_it(typed: str, printed: str) -> None:
    assert str(parse(typed)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "", "第五条", "《》第五条", "行政处罚法第五条第一", "行政处罚法第五条第一款第二款",
        "行政处罚法第零条", "行政处罚法第九条至第二条", "行政处罚法第五条、", "》法第五条",
    ],
)  # fmt: skip
def test_what_is_no_citation_is_refused_with_its_code(text: str) -> None:
    with pytest.raises(Fault) as refused:
        parse(text)
    assert refused.value.code == "citation.E001"
