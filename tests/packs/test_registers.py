"""A register's schema is law as data: checked at load, made stricter from layer to layer, never looser."""

from pathlib import Path

import pytest

from fazhi.fault import Fault
from fazhi.packs import registers
from fazhi.packs.kind import schema
from fazhi.packs.register_entry import Kind
from tests.packs.writing import pack

TEXT = """
id: example
title: 示例清单
says: 示例。
basis: {statute: 优化营商环境条例, edition: 2019-10-22, article: 第四十四条第三款}
keeper: [government]
publisher: 编制单位
published: true
update:
  every: {amount: 1, unit: year}
  basis: {statute: 优化营商环境条例, edition: 2019-10-22, article: 第四十四条}
key: [number]
columns:
  - {id: number, title: 编码, required: true}
  - {id: sort, title: 类别, kind: choice, choices: [甲, 乙]}
  - {id: basis, title: 依据, kind: basis}
demands:
  - where: {sort: [甲]}
    accepts: 法律、法规
    basis: {statute: 行政处罚法, edition: 2021-01-22, article: 第十六条}
"""
SORT = "  - {id: sort, title: 类别, kind: choice, choices: [甲, 乙]}\n"
BASIS = "basis: {statute: 优化营商环境条例, edition: 2019-10-22, article: 第四十四条第三款}\n"
MISTAKES = {
    "no basis": (BASIS, "", "居其一"),
    "bad article": ("第十六条", "第九十九条", "全文共86条"),
    "key not required": ("title: 编码, required: true", "title: 编码", "不能辨认"),
    "two heads alike": ("title: 类别", "title: 编码", "两列同名"),
    "no basis column": ("kind: basis}", "kind: text}", "没有依据列"),
    "choices without kind": ("kind: choice, choices", "kind: text, choices", "种类不符"),
    "unknown choice": ("where: {sort: [甲]}", "where: {sort: [丙]}", "不是该列的选项"),
    "reserved name": ("id: sort", "id: since", "起止日期"),
    "unknown word": ("publisher:", "publishr:", "publisher"),
}
LOOSER = {
    "internal": ("published: true", "published: false", "改为内部"),
    "other key": ("key: [number]", "key: [number, sort]", "改变了辨认"),
    "fewer keepers": ("keeper: [government]", "keeper: [street]", "减少了应当编制"),
    "rarer": ("amount: 1, unit", "amount: 2, unit", "放宽了更新"),
    "no demand": (TEXT[TEXT.index("demands:") :], "", "依据层级"),
    "column gone": (SORT, "", "去掉了"),
    "more choices": ("choices: [甲, 乙]", "choices: [甲, 乙, 丙]", "增加了"),
}


def written(tmp_path: Path, before: str, after: str, name: str, extends: str) -> Path:
    """A pack of the example with a change, which leaves the file sound in itself."""
    text = TEXT.replace(before, after)
    if "id: sort" not in text and "demands:" in text:
        text = text[: text.index("demands:")]
    if "key: [number, sort]" in text:
        text = text.replace("title: 类别", "title: 类别, required: true")
    return pack(tmp_path / name, extends, registers__example=text)


@pytest.mark.parametrize("change", MISTAKES.values(), ids=MISTAKES)
def test_a_schema_with_a_mistake_is_refused_with_its_line(tmp_path: Path, change: tuple[str, ...]) -> None:
    with pytest.raises(Fault, match=rf"\[pack\.E00[28]\] registers/example\.yaml 第\d+行.*{change[2]}"):
        registers.load(pack(tmp_path / "nation", "cn", registers__example=TEXT.replace(change[0], change[1])))


@pytest.mark.parametrize("change", LOOSER.values(), ids=LOOSER)
def test_a_lower_pack_does_not_loosen_a_register(tmp_path: Path, change: tuple[str, ...]) -> None:
    pack(tmp_path / "nation", "cn", registers__example=TEXT)
    lower = written(tmp_path, change[0], change[1], "city", "nation")
    with pytest.raises(Fault, match=rf"\[pack\.E006\].*{change[2]}"):
        registers.load(lower)


def test_a_lower_pack_may_add_columns_and_narrow_choices(tmp_path: Path) -> None:
    pack(tmp_path / "nation", "cn", registers__example=TEXT)
    more = "  - {id: note, title: 备注}\ndemands:"
    text = TEXT.replace("demands:", more).replace("choices: [甲, 乙]", "choices: [甲]")
    lower = pack(tmp_path / "city", "nation", registers__example=text)
    assert [column.id for column in registers.load(lower)["example"].columns][-1] == "note"


def test_the_first_lists_name_the_laws_columns_and_mark_the_houses_own() -> None:
    known = registers.load()
    assert {"power-list", "enforcement-items", "service-items", "certificates"} <= set(known)
    law = {column.title for column in known["service-items"].columns if column.basis}
    named = {"名称", "设定依据", "申请条件", "申请材料", "审查标准", "办理程序", "办结时限"}
    assert named <= law
    assert registers.source_of(known["enforcement-items"].column("name")) == "本平台自设"
    assert known["power-list"].basis is not None
    assert all(register.of(Kind.BASIS) for register in known.values())


def test_an_entry_has_its_json_schema_and_so_has_the_file() -> None:
    found = registers.entry_schema(registers.load()["power-list"])
    assert found["required"] == ["number", "name", "kind", "exerciser"]
    assert found["properties"]["kind"]["enum"][0] == "行政许可"
    assert "第十条" in found["properties"]["process"]["description"]
    assert "columns" in schema("registers")["properties"]
