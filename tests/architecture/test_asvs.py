"""The list of security requirements names only what exists, and leaves no group without a word."""

import ast
import re

import pytest

from tests.architecture.repository import ROOT

TEXT = (ROOT / "docs" / "asvs.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`((?:tests|src|docs)/[\w/.-]+|[A-Z]+\.md|run\.py)(?:::(\w+))?`", TEXT)))
ROWS = [line.split("|")[1:3] for line in TEXT.splitlines() if re.match(r"\| \d+\.\d+ ", line)]


@pytest.mark.parametrize(("path", "test"), NAMED)
def test_what_is_named_exists(path: str, test: str) -> None:
    assert (ROOT / path).is_file()
    if test:
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_chapter_is_there_and_every_group_is_answered_or_open() -> None:
    assert re.findall(r"^## V(\d+) ", TEXT, re.MULTILINE) == [str(n) for n in range(1, 15)]
    assert len(ROWS) >= 60
    assert [group for group, answer in ROWS if not answer.strip()] == []
