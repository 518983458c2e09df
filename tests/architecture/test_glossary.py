"""Every term that a form or a page shows has one English name in the glossary, so that all write it alike."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db.models import Choices

from fazhi.duties import status

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def model_terms() -> Iterator[tuple[str, str]]:
    """Chinese names of models, fields and choices, each with the place it is from."""
    for model in apps.get_models():
        if model.__module__.startswith("fazhi."):
            yield str(model._meta.verbose_name), model.__qualname__
            for field in model._meta.fields:
                place = f"{model.__qualname__}.{field.name}"
                yield str(field.verbose_name), place
                yield from ((str(label), place) for _, label in field.flatchoices)


def derived_terms() -> Iterator[tuple[str, str]]:
    """Choices that no field stores."""
    for name, kind in inspect.getmembers(status, inspect.isclass):
        if issubclass(kind, Choices) and kind.__module__ == status.__name__:
            yield from ((str(label), name) for label in kind.labels)


def explained() -> list[str]:
    rows = [line.split("|") for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [row[1].strip() for row in rows]


def test_every_chinese_term_of_the_models_is_in_the_glossary() -> None:
    known = set(explained())
    missing = {
        t: place for t, place in [*model_terms(), *derived_terms()] if CHINESE.search(t) and t not in known
    }
    rows = "\n".join(f"| {term} | ENGLISH | |    ({place})" for term, place in missing.items())
    assert not missing, f"add these rows to docs/glossary.md:\n{rows}"


def test_no_term_is_explained_twice() -> None:
    terms = [term for term in explained() if term != "中文"]
    assert sorted(terms) == sorted(set(terms))
