"""The list of security requirements has each number once, an answer to each, and names only what exists."""

import ast
import re

import pytest

from tests.architecture.repository import ROOT

TEXT = (ROOT / "docs" / "asvs.md").read_text("utf-8")
NAMED = sorted(
    set(re.findall(r"`((?:tests|src|docs)/[\w/.-]+|[\w.]+\.(?:md|toml)|run\.py)(?:::(\w+))?`", TEXT))
)
ROWS = [
    tuple(cell.strip() for cell in line.split("|")[1:4])
    for line in TEXT.splitlines()
    if re.match(r"\| \d", line)
]
GROUPS = {
    "1.1": "1-7", "1.2": "1-4", "1.4": "1 4 5", "1.5": "1-4", "1.6": "1-4", "1.7": "1-2", "1.8": "1-2",
    "1.9": "1-2", "1.10": "1", "1.11": "1-2", "1.12": "2", "1.14": "1-6",
    "2.1": "1-12", "2.2": "1-3", "2.3": "1-3", "2.4": "1-5", "2.5": "1-7", "2.6": "1-3", "2.7": "1-6",
    "2.8": "1-7", "2.9": "1-3", "2.10": "1-4",
    "3.1": "1", "3.2": "1-4", "3.3": "1-4", "3.4": "1-5", "3.5": "1-3", "3.7": "1",
    "4.1": "1 2 3 5", "4.2": "1-2", "4.3": "1-3",
    "5.1": "1-5", "5.2": "1-8", "5.3": "1-10", "5.4": "1-3", "5.5": "1-4",
    "6.1": "1-3", "6.2": "1-6", "6.3": "1-2", "6.4": "1-2",
    "7.1": "1-4", "7.2": "1-2", "7.3": "1 3 4", "7.4": "1-3",
    "8.1": "1-4", "8.2": "1-3", "8.3": "1-8",
    "9.1": "1-3", "9.2": "1-4",
    "10.2": "1-2", "10.3": "1-3",
    "11.1": "1-8",
    "12.1": "1-3", "12.2": "1", "12.3": "1-6", "12.4": "1-2", "12.5": "1-2", "12.6": "1",
    "13.1": "1 3 4 5", "13.2": "1 2 3 5 6", "13.3": "1-2", "13.4": "1-2",
    "14.1": "1-4", "14.2": "1-6", "14.3": "2-3", "14.4": "1-7", "14.5": "1-4",
}  # fmt: skip
"""The numbers of level 1 and 2 of ASVS 4.0.3, by group, without those it deleted."""


def _numbers(written: str) -> list[int]:
    spans = [part.partition("-") for part in written.split()]
    return [n for first, _, last in spans for n in range(int(first), int(last or first) + 1)]


@pytest.mark.parametrize(("path", "test"), NAMED)
def test_what_is_named_exists(path: str, test: str) -> None:
    assert (ROOT / path).exists() or (ROOT / "docs" / path).exists()
    if test:
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_each_requirement_is_there_once_in_its_chapter_and_in_order() -> None:
    wanted = [f"{group}.{number}" for group, written in GROUPS.items() for number in _numbers(written)]
    assert [number for number, _, _ in ROWS] == wanted
    chapters = re.split(r"^## V", TEXT, flags=re.MULTILINE)[1:]
    assert [int(re.match(r"\d+", one)[0]) for one in chapters] == list(range(1, 15))  # type: ignore[index]
    for chapter in chapters:
        number = chapter.partition(" ")[0]
        assert set(re.findall(r"^\| (\d+)\.", chapter, re.MULTILINE)) == {number}


def test_each_row_has_few_words_and_an_answer() -> None:
    assert [number for number, said, answer in ROWS if not said or not answer or len(said.split()) > 12] == []
    mute = [n for n, _, answer in ROWS if re.search(r"\*\*open\*\*(?!: \w)", answer)]
    assert mute == []


def test_the_counts_at_the_top_are_the_rows() -> None:
    wholly = sum(answer.startswith("**open**") for _, _, answer in ROWS)
    partly = sum("**open**" in answer for _, _, answer in ROWS) - wholly
    operator = sum(answer.startswith("**operator**: ") for _, _, answer in ROWS)
    parts = (
        "Of N requirements",
        "N are answered",
        "N by a setting of the operator",
        "N in part",
        "N are open",
    )
    told = re.search(f"{parts[0]} {', '.join(parts[1:])}".replace("N", r"(\d+)"), TEXT)
    assert told is not None
    answered = len(ROWS) - operator - wholly - partly
    assert [int(n) for n in told.groups()] == [len(ROWS), answered, operator, partly, wholly]


def test_what_is_left_to_the_operator_is_in_the_guide() -> None:
    left = [(number, answer) for number, _, answer in ROWS if answer.startswith("**operator**")]
    guide = (ROOT / "docs" / "operators.md").read_text("utf-8")
    for number, answer in left:
        assert "`docs/operators.md`" in answer, number
        assert all(word in guide for word in re.findall(r"`([^`]+)`", answer) if "/" not in word), number
