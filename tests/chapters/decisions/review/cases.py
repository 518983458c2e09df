"""The cases of review: passages in our own words with the findings a reviewer would make."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from fazhi.chapters.decisions.review import review
from fazhi.chapters.decisions.review.desk import Review
from fazhi.law.citation import Citation
from fazhi.law.resolution import resolve
from fazhi.packs.statutes import catalogue

FOLDER = Path(__file__).parent / "cases"
DAY = date(2026, 11, 24)
"""A day on which the statutes cited are in force as the sheets read them."""


@dataclass(frozen=True)
class Case:
    """A passage; ``expect`` are the findings by rule and words, in the order of the text."""

    name: str
    text: str
    expect: tuple[tuple[str, str], ...]
    on: date = DAY


def load() -> list[Case]:
    """Every case of every file."""
    return list(_load())


def _load() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for each in yaml.safe_load(path.read_text("utf-8")):
            expect = tuple((f"review.{rule}", words) for rule, words in each["expect"])
            yield Case(f"{path.stem}: {each['name']}", each["text"], expect, each.get("day", DAY))


def reviewed(text: str, on: date = DAY) -> Review:
    """A review against the registry of the packs."""
    return review(text, registry, on)


def registry(citation: Citation, day: date) -> object:
    return resolve(citation, catalogue(), day)


def found(case: Case) -> tuple[tuple[str, str], ...]:
    """The findings of a case as a case writes them."""
    return tuple((f.rule.id, f.text) for f in reviewed(case.text, case.on).findings)
