"""Whole documents in which a person marked what identifies somebody: ``{n|张志祥}`` is a name.

The marks are read into the plain text and the places that must be hidden, so that what the recogniser finds
can be counted against them, character by character and place by place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fazhi.documents.redaction import Kind
from fazhi.documents.redaction.span import Span

FOLDER = Path(__file__).parent / "cases" / "documents"
MARK = re.compile(r"\{(?P<kind>[a-z])\|(?P<value>[^{}]*)\}")
KINDS = {
    "n": Kind.NAME,
    "m": Kind.MINOR,
    "i": Kind.ID_NUMBER,
    "c": Kind.CERTIFICATE,
    "p": Kind.PHONE,
    "b": Kind.BANK_CARD,
    "e": Kind.EMAIL,
    "a": Kind.ACCOUNT,
    "d": Kind.ADDRESS,
    "v": Kind.PLATE,
    "t": Kind.BIRTH_DATE,
}


@dataclass(frozen=True)
class Marked:
    """One document without its marks, and the places that were marked, in order."""

    title: str
    text: str
    spans: tuple[Span, ...]


def documents(folder: Path = FOLDER) -> list[Marked]:
    """The documents of every file of a folder; each begins with a line ``=== title``."""
    pieces = (
        piece.partition("\n") for path in sorted(folder.glob("*.txt")) for piece in _pieces(path.read_text())
    )
    return [unmarked(title, text) for title, _, text in pieces]


def _pieces(text: str) -> list[str]:
    return [piece for piece in re.split(r"^=== ", text, flags=re.MULTILINE) if piece]


def unmarked(title: str, text: str) -> Marked:
    """A document whose marks were read.

    >>> found = unmarked("", "申请人{n|张志祥}不服")
    >>> found.text, [(s.start, s.end, s.kind.value) for s in found.spans]
    ('申请人张志祥不服', [(3, 6, 'name')])
    """
    return Marked(title, MARK.sub(lambda m: m["value"], text), tuple(_spans(text)))


def _spans(text: str) -> Iterator[Span]:
    lost = 0
    for match in MARK.finditer(text):
        start = match.start() - lost
        yield Span(start, start + len(match["value"]), KINDS[match["kind"]])
        lost += len(match[0]) - len(match["value"])
