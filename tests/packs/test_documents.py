"""What the page on writing packs shows can be written so."""

import re
from pathlib import Path

import pytest

from fazhi.law.period import Period
from fazhi.law.unit import Unit
from fazhi.packs import rules
from fazhi.packs.source import Source
from fazhi.packs.tables import loading
from tests.architecture.repository import ROOT
from tests.packs.writing import pack

PAGE = (ROOT / "docs" / "packs.md").read_text("utf-8")
CODES = re.compile(r'"(pack\.E\d{3}|law\.E3\d{2})"')


def shown(start: str) -> str:
    """The indented example that begins with some words."""
    found = re.search(rf"(?m)^    {re.escape(start)}.*\n(?:    .*\n)*", PAGE)
    assert found
    return re.sub(r"(?m)^    ", "", found.group())


def test_the_deadline_shown_is_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(shown("- id: example-answer-3wd"), "utf-8")
    (located,) = rules.parse(Source(path))
    assert located.value.period == Period(3, Unit.WORKING_DAY)


def test_the_table_shown_is_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(shown("id: police-spot"), "utf-8")
    assert loading.parse(Source(path)).rows[0].id == "za119-police-500"


def test_the_tightened_deadline_shown_is_stricter_than_the_nations(tmp_path: Path) -> None:
    written = pack(tmp_path, "cn-tj", rules__a=shown("- id: pt-objection-5wd"))
    assert rules.load(written)["pt-objection-5wd"].period == Period(3, Unit.WORKING_DAY)


def codes() -> set[str]:
    places = ("packs", "law/table", "cli/pack")
    files = [path for place in places for path in (ROOT / "src" / "fazhi" / place).rglob("*.py")]
    return {code for path in files for code in CODES.findall(path.read_text("utf-8"))}


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_code_is_explained(code: str) -> None:
    area, number = code.split(".E")
    ranges = re.findall(rf"`{area}\.E(\d{{3}})`(?:–`(?:{area}\.)?E(\d{{3}})`)?", PAGE)
    assert any(first <= number <= (last or first) for first, last in ranges)
