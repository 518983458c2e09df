"""Refusals that code composes have their English phrase: what has none is counted, and only grows fewer."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
from django.utils import translation

import fazhi
from fazhi.web.phrases import PHRASES, worded
from fazhi.web.reasons import REASONS
from fazhi.web.refusals import REFUSALS
from tests.web.catalogue import PO

ROOT = Path(fazhi.__file__).parent
CHINESE = re.compile("[\u3400-\u9fff]")
COMPOSED = {
    "cli": 48, "draw": 16, "ledger": 14, "law": 9, "packs": 8, "office": 3, "statutes": 2, "registers": 1,
    "cases": 1, "config.py": 2, "indicators": 1, "library": 1, "procedure": 1,
}  # fmt: skip
"""Composed texts without a phrase: most are said to operators and to authors of packs, who read Chinese."""
FIXED = {"cli": 48, "draw": 35, "law": 25, "ledger": 23, "packs": 14, "config.py": 2}
"""Fixed sentences without an entry in the catalogue."""


@cache
def texts() -> dict[str, str]:
    """What every ``Fault`` says, ``{}`` for a value, each with the package that says it first."""
    found: dict[str, str] = {}
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for text in _said(node):
                found.setdefault(text, path.relative_to(ROOT).parts[0])
    return found


def _said(node: ast.AST) -> Iterator[str]:
    """The problem and the remedy of a call of ``Fault``; both branches where one of two is said."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Fault":
        named = [one.value for one in node.keywords if one.arg in ("wrong", "remedy")]
        for said in (*node.args[1:3], *named):
            branches = (said.body, said.orelse) if isinstance(said, ast.IfExp) else (said,)
            yield from (text for one in branches if CHINESE.search(text := _shape(one)))


def _shape(said: ast.expr) -> str:
    """The text with its places for values; nothing where it comes from elsewhere."""
    if isinstance(said, ast.Constant):
        return str(said.value)
    if isinstance(said, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in said.values)
    return ""


@cache
def phrases() -> frozenset[str]:
    return frozenset(phrase.replace("{n}", "{}") for phrase in (*PHRASES, *REASONS, *REFUSALS))


def test_composed_refusals_have_a_phrase_but_for_a_number_that_only_falls() -> None:
    missing = Counter(package for text, package in texts().items() if "{}" in text and text not in phrases())
    assert missing == COMPOSED, "add the phrase to fazhi/web/refusals.py, or lower the number"


def test_fixed_refusals_have_an_entry_but_for_a_number_that_only_falls() -> None:
    known = {entry.msgid for entry in polib.pofile(str(PO)).translated_entries()}
    missing = Counter(package for text, package in texts().items() if "{}" not in text and text not in known)
    assert missing == FIXED, f"add the sentence to {PO}, or lower the number"


def test_every_refusal_with_a_phrase_is_english_around_its_values() -> None:
    composed = [text for text in texts() if "{}" in text and text in phrases()]
    with translation.override("en"):
        said = {text: worded(text.replace("{}", "5")) for text in composed}
    assert len(composed) > 180
    cited = re.compile("立法法第[^)]*")
    assert {text: one for text, one in said.items() if CHINESE.search(cited.sub("", one))} == {}
    assert {text for text, english in said.items() if english.count("5") < text.count("{}")} == set()
