"""Whatever is typed, a review ends, says the same twice, and points into the text it was given."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chapters.decisions.review.cases import load, reviewed

PIECES = [
    *(case.text for case in load()),
    *("第一条 ", "第三章", "（二）", "\n", "“", "”", "《", "》", "（以下简称", "。", "附件：", "前款规定"),
    *("某区人民政府\n2026年2月30日", "自2026年13月1日起施行", "本办法第零条", "第九千九百九十九条"),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=8).map("".join)


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_every_finding_is_the_words_at_its_place(text: str) -> None:
    found = reviewed(text)
    for finding in found.findings:
        begin, end = finding.span
        assert 0 <= begin < end <= len(text)
        assert text[begin:end] == finding.text
        assert finding.clause


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_a_review_is_the_same_twice_and_in_the_order_of_the_text(text: str) -> None:
    first = reviewed(text)
    assert first == reviewed(text)
    assert [f.span[0] for f in first.findings] == sorted(f.span[0] for f in first.findings)


TITLE = "某街道市容管理办法\n\n"
"""A title of its own: under one that speaks of 执法 or 裁量 a penalty is not looked for."""


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.sampled_from(load()))
def test_a_clause_of_its_own_is_found_whatever_stands_above(text: str, case: object) -> None:
    above = TITLE + text.replace("”", "").replace("“", "")
    alone = "第八百条 乱倒垃圾的，处五百元罚款。"
    whole = f"{above}\n\n{alone}"
    begin = len(above) + 2
    assert [f for f in reviewed(whole).findings if f.rule.id == "review.R01" and f.span[0] >= begin]
