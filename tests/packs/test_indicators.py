"""An indicator is data: what it names must exist, its articles hold, and no lower pack counts otherwise."""

from pathlib import Path

import pytest

from fazhi.fault import Fault
from fazhi.packs import indicators
from fazhi.packs.indicator_entry import IndicatorEntry
from fazhi.packs.kind import schema
from tests.packs.writing import pack

TEXT = """
id: example
title: 示例比例
says: 示例的比例。
measure: "15.1"
basis:
  - {statute: 重大行政决策程序暂行条例, edition: 2019-04-20, article: 第二十五条}
unit: ratio
better: more
population:
  cases: [major-decision]
  by: {act: submit}
numerator: {all: [{done: review}, {fact: opinion, is: lawful}]}
exclusions:
  - when: {fact: secret, is: true}
    because: 依法不予公开
"""
MISTAKES = {
    "act": ("done: review", "done: reviewed", "没有行为“reviewed”"),
    "fact": ("fact: opinion", "fact: opinions", "没有事实“opinions”"),
    "value": ("is: lawful", "is: fine", "不能是“fine”"),
    "sealed": ("{fact: opinion, is: lawful}", "{fact: remark, is: 好}", "只能写 known"),
    "no number": ("{fact: opinion, is: lawful}", "{fact: opinion, at_least: 1}", "不是数"),
    "clock": ("{done: review}", "{met: publicity}", "没有期限“publicity”"),
    "minimum": ("{done: review}", "{late: thirty_days}", "没有可以逾期的末日"),
    "outcome": ("{done: review}", "{ended: [gone]}", "没有结果“gone”"),
    "column": ("{done: review}", "{column: name, known: true}", "案件没有栏目"),
    "procedure": ("[major-decision]", "[minor-decision]", "没有程序“minor-decision”"),
    "two forms": ("{done: review}", "{done: review, late: publication}", "只写一种条件"),
    "no test": ("{fact: opinion, is: lawful}", "{fact: opinion}", "之一同写"),
    "no numerator": ("unit: ratio", "unit: count", "其他单位不写"),
    "two days": ("{act: submit}", "{act: submit, began: true}", "之一"),
    "article": ("第二十五条", "第九十九条", "全文共44条"),
    "no source": (TEXT[TEXT.index("basis:") : TEXT.index("unit:")], "", "basis 或者 outline"),
    "unknown word": ("numerator:", "numerater:", "numerater"),
}


def written(folder: Path, before: str, after: str) -> Path:
    assert before in TEXT
    return pack(folder, "cn", indicators__example=TEXT.replace(before, after))


def test_the_example_is_right(tmp_path: Path) -> None:
    found = indicators.of(written(tmp_path / "a", "", ""))["example"]
    assert found.title == "示例比例"
    assert schema("indicators")["title"] == "IndicatorEntry"


@pytest.mark.parametrize(("before", "after", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, before: str, after: str, told: str) -> None:
    with pytest.raises(Fault, match=r"example\.yaml 第\d+行") as caught:
        indicators.of(written(tmp_path / "a", before, after))
    assert told in str(caught.value)


def test_a_lower_pack_may_make_a_figure_public_but_not_count_otherwise(tmp_path: Path) -> None:
    written(tmp_path / "upper", "", "")
    public = pack(tmp_path / "lower", "upper", indicators__example=TEXT + "public: true\n")
    assert indicators.load(public)["example"].public
    other = TEXT.replace("{act: submit}", "{act: decide}")
    with pytest.raises(Fault, match=r"pack\.E006.*改变了指标的口径"):
        indicators.load(pack(tmp_path / "other", "upper", indicators__example=other))


def test_the_digest_is_of_what_is_said(tmp_path: Path) -> None:
    one = indicators.load(written(tmp_path / "a", "", ""))["example"]
    same = IndicatorEntry.model_validate(one.model_dump(by_alias=True))
    other = indicators.load(written(tmp_path / "b", "is: lawful", "is: unlawful"))["example"]
    assert one.digest == same.digest != other.digest
