"""A finding names its clause as an official cites it, in both ways of numbering a document."""

import pytest

from fazhi.chapters.decisions.review.clause import divide, sections
from tests.chapters.decisions.review.cases import reviewed

FORMS = {
    "第二条": "第一条 目的。\n第二条 乱倒的，处500元罚款。",
    "第一条第二款": "第一条 不得乱倒。\n乱倒的，处500元罚款。",
    "第一条第一款第（二）项": "第一条 有下列情形的：\n（一）乱堆；\n（二）乱倒，处500元罚款；\n另行规定。",
    "二、（一）": "一、目的\n为了整洁。\n二、措施\n（一）乱倒的，处500元罚款。\n（二）加强巡查。",
    "二、（一）1.": "一、目的\n二、措施\n（一）处理\n1.乱倒的，处500元罚款。\n2.加强巡查。",
    "引言": "关于整治的通知\n各街道：\n乱倒的，处500元罚款。",
}


@pytest.mark.parametrize(("label", "text"), FORMS.items(), ids=FORMS)
def test_a_clause_is_named_as_it_is_cited(label: str, text: str) -> None:
    assert [finding.clause for finding in reviewed(text).findings] == [label]


def test_chapters_are_not_part_of_an_articles_name() -> None:
    text = "第一章 总则\n第一条 目的。\n第二章 罚则\n第二条 乱倒的，处500元罚款。"
    assert [finding.clause for finding in reviewed(text).findings] == ["第二条"]
    assert reviewed(text).clauses == 2


def test_a_document_without_articles_counts_its_numbered_passages() -> None:
    assert reviewed("一、目的\n二、措施\n（一）巡查。\n（二）清运。").clauses == 4


def test_a_line_that_begins_with_a_reference_is_no_article() -> None:
    text = "第一条 违反本办法\n第三条规定的，责令改正。\n第二条 解释。"
    assert [s.number.value for s in sections(text)] == [1, 2]


def test_signature_and_appendix_belong_to_no_clause() -> None:
    text = "第一条 目的。\n第二条 施行。\n\n某区人民政府\n2026年1月5日\n\n附件：申请表"
    assert [c.label for c in divide(text, sections(text))] == ["第一条", "第二条", "落款", "落款", "落款"]


def test_broken_lines_are_read_whole_and_marked_where_they_stand() -> None:
    lines = [
        "第一条 各单位应当每周安排人员清",
        "理责任区内的垃圾并且如实记录清",
        "运的时间地点和数量，乱倒垃圾的",
        "由街道办事处依据本办法处五百元",
        "罚款，拒不缴纳罚款的单位和个人",
        "列入重点检查对象并且向社会公布",
    ]
    text = "\n".join(lines)
    (finding,) = reviewed(text).findings
    assert finding.text == text[slice(*finding.span)] == "处五百元\n罚款"
