"""Tables and lists of persons: a column headed 姓名, a line of nothing but names."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction import evidence, lexicon, name, role

HEADS = frozenset(lexicon.listed("columns.txt"))
"""What heads a column of names."""
LISTED = re.compile(r"(?<![^\n:)])[ \t]*(?:[一-鿿]{2,4}(?:[ \t]{1,8}|、)){2,}[一-鿿]{2,4}[ \t]*(?=\n|$)")
VALUE = re.compile(r"[一-鿿]{2,4}")
ROWS = 400
"""So many rows below a heading are read as its table."""


def places(text: str) -> set[int]:
    """Where the values of columns of names and the members of lists of names begin.

    >>> text = "序号\\t姓名\\n1\\t尤物\\n2\\t时光"
    >>> sorted(text[p : p + 2] for p in places(text))
    ['尤物', '时光']
    """
    return {*_columns(text), *_lists(text)}


def _columns(text: str) -> Iterator[int]:
    begin, heads, left = 0, dict[int, str](), 0
    for line in text.split("\n"):
        cells = line.split("\t")
        named = {i: c.strip() for i, c in enumerate(cells) if c.strip() in HEADS}
        if len(cells) > 1 and named:
            heads, left = named, ROWS
        elif len(cells) > 1 and left:
            yield from (place for i, place in _starts(cells, begin) if i in heads)
            left -= 1
        elif line.strip():
            left = 0
        begin += len(line) + 1


def _starts(cells: list[str], begin: int) -> Iterator[tuple[int, int]]:
    """Cells that hold one value of two to four characters, each with its number and its place."""
    for i, cell in enumerate(cells):
        value = cell.strip()
        if VALUE.fullmatch(value) and name.plain(value):
            yield i, begin + cell.index(value)
        begin += len(cell) + 1


def _lists(text: str) -> Iterator[int]:
    for match in LISTED.finditer(text):
        values = list(VALUE.finditer(text, *match.span()))
        if all(_may_be_name(value[0]) for value in values):
            yield from (value.start() for value in values)


def _may_be_name(value: str) -> bool:
    return (
        lexicon.surname(value, 0) > 0
        and value not in lexicon.words()
        and value[:2] not in evidence.NOT_NAMES
        and value[-1] not in evidence.PLACES
        and role.find_one(value) is False
    )
