"""Whatever the document: reading never fails, never drops a word, and every place is a place in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi.outline import read
from fazhi.outline.reading import Reading

MARKS = [
    "\n",
    "\n\n",
    "\t",
    "\u2028",
    " ",
    "。",
    "，",
    "；",
    "：",
    "（",
    "）",
    "(",
    "〔",
    "【",
    "“",
    "”",
    "《",
    "、",
    "〃",
]
NUMBERS = [
    "一、",
    "二、",
    "第一章 ",
    "第三条 ",
    "（一）",
    "1.",
    "2．",
    "（1）",
    "①",
    "一是",
    "二是",
    "十",
    "100%",
]
UNITS = [
    "牵头单位：",
    "责任单位:",
    "区司法局",
    "各街道",
    "牵头",
    "配合",
    "等负责",
    "下同",
    "完成时限：",
    "序号",
    "名称：",
]
FIGURES = ["2025年底前", "6月31日前", "每年至少两次", "不得", "实施方案"]
PIECES = [*MARKS, *NUMBERS, *UNITS, *FIGURES]


def accounted(reading: Reading) -> str:
    """All the words that a reading gives back, wherever it put them."""
    words = [reading.title, *reading.metadata, *reading.metadata.values(), *(u.text for u in reading.unread)]
    for m in reading.measures:
        words += [m.number, m.title, m.chapter, m.text, *(unit.name for unit in m.units)]
    return "".join("".join(words).split())


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_mixture_of_marks_is_read_and_every_place_lies_in_the_text(text: str) -> None:
    reading = read(text)
    places = [u.span for u in reading.unread] + [m.span for m in reading.measures]
    places += [d.span for m in reading.measures for d in m.duties]
    assert all(0 <= begin <= end <= len(text) for begin, end in places)


LINE = st.sampled_from(
    [
        "一、重点任务",
        "二、保障措施",
        "1.健全机制。完善制度。（牵头单位：甲局）",
        "2.加强培训。每年不少于两次。",
        "（一）规范程序。公开结果。（乙局、丙局负责）",
        "各单位要落实责任。",
        "附件：任务清单",
        "甲区司法局\n2024年1月2日",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINE, max_size=12), st.integers(0, 12), st.sampled_from(["", "。", "，加强检查。"]))
def test_no_line_of_a_document_is_lost(lines: list[str], position: int, tail: str) -> None:
    marked = lines.copy()
    marked.insert(position, "鼎鼐黼黻" + tail)
    assert "鼎鼐黼黻" in accounted(read("某区实施方案\n" + "\n".join(marked)))


@pytest.mark.parametrize(
    "text",
    [
        "\t" * 50_000 + "牵头单位\n",
        "名" + "\u3000" * 50_000 + "称",
        "1." + "推进落实工作，" * 10_000,
        "2025年" * 20_000,
        "（" * 50_000,
        "责任单位" * 20_000,
        "1.\n" * 20_000,
        "一、" * 20_000,
        "对" * 30_000 + "的，",
    ],
    ids=["tabs", "blanks", "clauses", "years", "brackets", "labels", "numbers", "chapters", "conditions"],
)
def test_no_document_is_tried_in_every_division(text: str) -> None:
    """A run of one mark once took hours; it ends at once, which the suite's own patience proves."""
    assert read(text).text == text
