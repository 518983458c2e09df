"""Real texts: statutes number, refer and define without a fault, and a policy outline sets nothing."""

import pytest

from fazhi.source import load
from tests.chapters.decisions.review.cases import reviewed
from tests.shared import shared

FORM = {"review.R54", "review.R55", "review.R56"}
LOUD = ("治安管理处罚法", "行政强制法", "市场主体登记管理条例", "数据安全法", "行政处罚法")
"""Statutes that do set many penalties or much compulsion, as they may."""


def test_no_statute_counts_or_refers_wrongly() -> None:
    for path in sorted(shared("statutes").glob("*.md")):
        found = reviewed(load(path.read_bytes(), path.name)).findings
        assert [f for f in found if f.rule.id in FORM] == [], path.name


def test_statutes_that_set_little_are_marked_little() -> None:
    quiet = [p for p in shared("statutes").glob("*.md") if not p.name.startswith(LOUD)]
    for path in quiet:
        found = reviewed(load(path.read_bytes(), path.name)).findings
        assert len([f for f in found if f.rule.id not in ("review.R51", "review.R52")]) <= 6, path.name


def test_statutes_that_set_penalties_are_marked_so() -> None:
    (path,) = shared("statutes").glob("治安管理处罚法(2025*.md")
    text = load(path.read_bytes(), path.name)
    marked = {f.span[0] for f in reviewed(text).findings if f.rule.id == "review.R01"}
    assert len(marked) >= 95


def test_a_policy_outline_sets_nothing() -> None:
    path = shared("outline", "hedong-2021-2025.txt")
    assert reviewed(load(path.read_bytes(), path.name)).findings == ()


@pytest.mark.parametrize("name", ["公平竞争审查条例(2024-06-06).md", "行政许可法(2019-04-23).md"])
def test_the_standards_themselves_are_no_breach(name: str) -> None:
    found = reviewed(load(shared("statutes", name).read_bytes(), name)).findings
    assert [f.text for f in found if "review.R13" <= f.rule.id < "review.R50"] == []
