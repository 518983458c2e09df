"""A pack is checked as a whole, hashed by what it means, and compared by its elements."""

import random
import re
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fazhi.cli.pack.describing import forms
from fazhi.fault import Fault
from fazhi.packs import BUILT_IN, DISTRICT, NATIONAL, content, golden, rules
from fazhi.packs.beginning import begin
from fazhi.packs.difference import Change, differences
from fazhi.packs.examination import examine
from tests.law.calendars import OFFICIAL
from tests.packs.writing import pack

EXAMPLE = BUILT_IN / "skeleton" / "pack"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    folder = tmp_path / "example"
    begin(folder, "cn-tj")
    return folder


def test_the_packs_of_the_product_have_no_mistake() -> None:
    found = examine(DISTRICT)
    assert found.faults == ()
    assert [pack.id for pack in found.packs] == ["cn", "cn-tj", "cn-tj-hedong"]
    assert all("名录没有记载" in note or "没有写明版本" in note for note in found.notes)


def test_a_new_pack_passes_as_it_is_and_its_test_holds(example: Path) -> None:
    found = examine(example)
    assert found.faults == ()
    assert found.contents[-1].count() == {"pack": 1, "rules": 2, "statutes": 1, "tables": 1, "tests": 1}
    (test,) = golden.load(rules.load(example), example / "tests")
    assert test.timeline.differences(OFFICIAL) == ()


def test_nothing_is_written_over(example: Path) -> None:
    with pytest.raises(Fault, match=r"pack\.E013.*已有内容"):
        begin(example, "cn")


def test_a_folder_whose_name_can_be_no_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"pack\.E013.*不能作规则包的编号"):
        begin(tmp_path / "某区", "cn")


def shuffled(value: object, chance: random.Random) -> object:
    """The same mappings with their keys in another order."""
    if isinstance(value, dict):
        keys = chance.sample(list(value), len(value))
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(one, chance) for one in value] if isinstance(value, list) else value


@given(st.integers(0, 999))
def test_the_hash_knows_no_order_of_files_keys_and_entries(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("shuffled")
    for path in EXAMPLE.rglob("*.yaml"):
        value = yaml.safe_load(path.read_text("utf-8"))
        if path.parent.name == "rules":
            chance.shuffle(value)
        target = folder / path.relative_to(EXAMPLE).with_stem(
            path.stem if path.parent == EXAMPLE else f"f{seed}"
        )
        target.parent.mkdir(exist_ok=True)
        target.write_text(
            yaml.safe_dump(shuffled(value, chance), allow_unicode=True, sort_keys=False), "utf-8"
        )
    assert content.read(folder).hash == content.read(EXAMPLE).hash


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("rules/example.yaml", "amount: 3", "amount: 4"),
        ("tables/example.yaml", '">=60"', '">60"'),
        ("tests/example.yaml", "2024-04-08", "2024-04-09"),
        ("statutes.yaml", "articles: 12", "articles: 13"),
        ("pack.yaml", "请改写", "已改写"),
    ],
)
def test_the_hash_changes_with_the_meaning(example: Path, path: str, old: str, new: str) -> None:
    before = content.read(example)
    file = example / path
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    after = content.read(example)
    assert before.hash != after.hash
    (difference,) = differences(before, after)
    assert difference.change is Change.CHANGED
    assert len(difference.values) == 1


def test_a_default_written_out_changes_nothing(example: Path) -> None:
    before = content.read(example).hash
    file = example / "rules" / "example.yaml"
    file.write_text(file.read_text("utf-8").replace("binds:", "backward: false\n  binds:"), "utf-8")
    assert content.read(example).hash == before


def test_a_difference_names_the_element_and_the_value(example: Path) -> None:
    before = content.read(example)
    file = example / "rules" / "example.yaml"
    text = file.read_text("utf-8").replace("amount: 3", "amount: 2")
    file.write_text(text[: text.index("- id: example-open")], "utf-8")
    removed, changed = sorted(
        differences(before, content.read(example)), key=lambda one: one.name, reverse=True
    )
    assert (removed.change, removed.kind, removed.name) == (Change.REMOVED, "rules", "example-open")
    (value,) = changed.values
    assert (changed.name, value.path, value.before, value.after) == (
        "example-answer-3wd 2020-03-01", "period.amount", 3, 2,
    )  # fmt: skip


def test_two_elements_of_one_name_both_count(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "a")
    file = tmp_path / "a" / "tests" / "example.yaml"
    file.write_text(file.read_text("utf-8") + file.read_text("utf-8"), "utf-8")
    assert content.read(tmp_path / "a").count()["tests"] == 2
    assert content.read(tmp_path / "a").hash != content.read(EXAMPLE).hash


def test_nothing_differs_from_itself() -> None:
    assert differences(content.read(NATIONAL), content.read(NATIONAL)) == ()


MISTAKES = {
    "no card": ("pack.yaml", None, "", "pack.E001"),
    "a card without title": ("pack.yaml", "title", "titel", "pack.E002"),
    "an id in Chinese": ("pack.yaml", "id: example", "id: 某区", "pack.E002"),
    "a pack above by a path": ("pack.yaml", "extends: cn-tj", "extends: ../cn", "pack.E002"),
    "nothing above": ("pack.yaml", "extends: cn-tj", "extends: cn-bj", "pack.E002"),
    "a statute without title": ("statutes.yaml", "title", "titel", "pack.E002"),
    "an article too many": ("rules/example.yaml", "第三条", "第十三条", "pack.E008"),
    "a rule before its law": ("rules/example.yaml", "since: 2020-03-01", "since: 2020-02-29", "pack.E008"),
    "a rule twice": ("rules/example.yaml", "example-open", "example-answer-3wd", "pack.E007"),
    "a bearer that is none": ("rules/example.yaml", "binds: authority", "binds: citizen", "pack.E002"),
    "a table with a gap": ("tables/example.yaml", '"<60"', '"<50"', "pack.E002"),
    "a table with an overlap": ("tables/example.yaml", '"<60"', '"<=60"', "pack.E002"),
    "a row on no article": ("tables/example.yaml", "第五条", "第五十条", "pack.E008"),
    "a test of no rule": ("tests/example.yaml", "example-answer-3wd", "example-answer", "pack.E002"),
    "no YAML": ("tests/example.yaml", "- name", "- [name", "pack.E001"),
}


@pytest.mark.parametrize(("path", "old", "new", "code"), MISTAKES.values(), ids=MISTAKES)
def test_one_mistake_gives_one_clear_error(
    example: Path, path: str, old: str | None, new: str, code: str
) -> None:
    file = example / path
    if old is None:
        file.unlink()
    else:
        assert old in file.read_text("utf-8")
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    (fault,) = examine(example).faults
    assert fault.code == code
    assert path in fault.wrong
    assert fault.remedy


def test_all_mistakes_of_a_pack_are_told_at_once_each_with_its_file_and_line(example: Path) -> None:
    (example / "calendar").mkdir()
    (example / "calendar" / "2031.yaml").write_text(YEAR, "utf-8")
    for path, old, new in (
        ("rules/example.yaml", "starts_on", "start_on"),
        ("rules/example.yaml", "binds: authority", "binds: citizen"),
        ("tables/example.yaml", '"<60"', '"<=60"'),
        ("tests/example.yaml", "event: 2024-04-02", "event: 二月"),
    ):
        file = example / path
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    told = [fault.wrong for fault in examine(example).faults]
    places = [re.match(r"(\S+) 第\d+行", wrong)[1] for wrong in told]  # type: ignore[index]
    assert sorted(places) == [
        "calendar/2031.yaml", "calendar/2031.yaml", "calendar/2031.yaml", "rules/example.yaml",
        "rules/example.yaml", "tables/example.yaml", "tests/example.yaml",
    ]  # fmt: skip
    assert len(set(told)) == len(told)


YEAR = """\
year: 2031
state: announced
holidays: [{name: 元旦, since: 2031-01-03, until: 2031-01-01}]
make_up: [2031-01-06]
"""


def test_mistakes_of_one_entry_are_told_together_and_the_sound_ones_are_checked_on(example: Path) -> None:
    file = example / "rules" / "example.yaml"
    text = file.read_text("utf-8").replace("amount: 3", "amount: 0").replace("  starts_on", "  says2", 1)
    file.write_text(text + DOUBLED, "utf-8")
    told = [str(fault) for fault in examine(example).faults]
    assert ["没有“says2”" in told[0], "没有第九百条" in told[1], "E007" in told[2]] == [True] * 3
    assert len(told) == 3


RULE = """
- id: {id}
  says: 某期限
  basis: {{statute: 行政复议法, edition: 2023-09-01, article: {article}}}
  since: 2024-01-01
  period: {{amount: 5, unit: working-day}}
  starts_on: 收到之日
"""
ARTICLES = [("x", "第九百条"), ("y", "第一条"), ("y", "第一条")]
DOUBLED = "".join(RULE.format(id=name, article=article) for name, article in ARTICLES)


def test_what_the_apps_read_is_held_to_their_form(example: Path) -> None:
    (example / "organs.yaml").write_text("district: 某区\norgans: [{code: A B, name: 某局}]\n", "utf-8")
    (example / "outline.yaml").write_text("title: 某纲要\n", "utf-8")
    told = [fault.wrong for fault in examine(example, forms()).faults]
    assert "organs.yaml 第2行（organs.0.code）" in told[0]
    assert {wrong.split(" ")[0] for wrong in told} == {"organs.yaml", "outline.yaml"}
    assert len(told) > 5


def test_the_districts_own_files_pass() -> None:
    assert examine(DISTRICT, forms()).faults == ()


def test_a_name_that_means_two_organs_is_told_in_words(example: Path) -> None:
    organ = "{{code: {}, name: 区司法局, full_name: 某区司法局, kind: government}}"
    organs = f"{organ.format('a')}, {organ.format('b')}"
    (example / "organs.yaml").write_text(f"district: 某区\norgans: [{organs}]\n", "utf-8")
    (fault,) = examine(example, forms()).faults
    assert fault.wrong == "organs.yaml 第1行：名称重复：区司法局"


PROCEDURES = ("simple-penalty.yaml", "disclosure-on-request.yaml")


def test_procedures_are_checked_too_all_files_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "cn"
    shutil.copytree(NATIONAL, folder)
    changes = (("by: officer", "by: offizier"), ("第二十九条", "二十九条"))
    for name, (old, new) in zip(PROCEDURES, changes, strict=True):
        file = folder / "procedures" / name
        assert old in file.read_text("utf-8")
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    told = [fault.wrong.split(" ")[0] for fault in examine(folder).faults]
    assert {f"procedures/{name}" for name in PROCEDURES} == set(told)


def test_a_story_of_no_procedure_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "cn"
    shutil.copytree(NATIONAL, folder)
    file = folder / "procedures" / "tests" / PROCEDURES[0]
    text = file.read_text("utf-8")
    file.write_text(text.replace("procedure: simple-penalty", "procedure: simple-penalti", 1), "utf-8")
    (fault,) = examine(folder).faults
    assert fault.wrong.startswith(f"procedures/tests/{PROCEDURES[0]} 第")


TABLE = """\
id: a
title: 某表
policy: unique
inputs:
  - {name: 数额, kind: money, allowed: ">=0"}
outputs:
  - {name: 可以, kind: yes-no}
  - {name: 限额, kind: money}
rows:
  - {id: r1, says: 某, basis: {statute: 无此法, article: 第一条}, when: {数额: 很多, 金额: 1},
     then: {可以: 也许}}
"""
RULE = """\
- id: a
  says: 某期限
  basis: {statute: 无此法, article: 第一条}
  period: {amount: 0, unit: working-day}
  starts_on: ''
  roll: 没有的规定第二条
"""


def test_every_mistake_of_a_row_is_told_at_once(tmp_path: Path) -> None:
    found = examine(pack(tmp_path / "our", "cn", tables__a=TABLE, rules__b=RULE))
    told = [fault.wrong for fault in found.faults]
    of_row = [wrong for wrong in told if "tables/a.yaml 第1" in wrong]
    for words in ("没有“金额”这一列", "“很多”不是", "“也许”不是", "行 r1 没有写“限额”", "无此法"):
        assert any(words in wrong for wrong in of_row), (words, told)
    of_rule = [wrong for wrong in told if "rules/b.yaml" in wrong]
    for words in ("期间不足1", "没有写起算点", "无此法", "没有的规定"):
        assert any(words in wrong for wrong in of_rule), (words, told)
