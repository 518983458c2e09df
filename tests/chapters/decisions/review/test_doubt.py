"""A document that cites a law whose first day in force nobody states gets a question, not silence."""

from datetime import date

from fazhi.chapters.decisions.review import review
from fazhi.law.resolution import resolve
from fazhi.packs.statutes import catalogue

TEXT = "第一条 依据《中华人民共和国民法典》第二百零二条、《行政复议法》第三十条，制定本办法。"


def test_the_law_in_doubt_is_named_and_the_certain_one_is_not() -> None:
    found = review(TEXT, lambda citation, day: resolve(citation, catalogue(), day), date(2026, 5, 1))
    (asked,) = [each.text for each in found.questions if "施行日期未注明" in each.text]
    assert "《中华人民共和国民法典》" in asked
    assert "行政复议法" not in asked
