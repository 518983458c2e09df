"""A pack is checked as a whole, hashed by what it means, and compared by its elements."""

import random
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.packs import BUILT_IN, DISTRICT, NATIONAL, content, golden, rules
from fazhi.packs.beginning import begin
from fazhi.packs.difference import Change, differences
from fazhi.packs.examination import examine
from tests.law.calendars import OFFICIAL

EXAMPLE = BUILT_IN / "skeleton" / "pack"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    folder = tmp_path / "example"
    begin(folder, "cn-tj")
    return folder


def test_the_packs_of_the_product_have_no_mistake() -> None:
    found = examine(DISTRICT)
    assert found.fault is None
    assert [pack.id for pack in found.packs] == ["cn", "cn-tj", "cn-tj-hedong"]
    assert all("名录没有记载" in note or "没有写明版本" in note for note in found.notes)


def test_a_new_pack_passes_as_it_is_and_its_test_holds(example: Path) -> None:
    found = examine(example)
    assert found.fault is None
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
    "a statute without title": ("statutes.yaml", "title", "name", "pack.E002"),
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
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    fault = examine(example).fault
    assert fault is not None
    assert fault.code == code
    assert path.rsplit("/", 1)[-1] in fault.wrong
    assert fault.remedy
