"""Showing in the source text what was read from it, every piece in its place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from fazhi.outline.reading import Span


@dataclass(frozen=True)
class Mark:
    """A stretch of text that means something: its kind, what it leads to, what a screen reader says."""

    span: Span
    kind: str
    target: str = ""
    note: str = ""


@dataclass(frozen=True)
class Segment:
    """A run of text under the same marks; ``anchor`` names it where its duty begins."""

    text: str
    kinds: tuple[str, ...] = ()
    target: str = ""
    anchor: str = ""
    note: str = ""

    @property
    def css(self) -> str:
        return " ".join(f"m-{kind}" for kind in self.kinds)


def segments(text: str, marks: Sequence[Mark], offset: int = 0) -> tuple[Segment, ...]:
    """Cut a text at every edge of a mark; ``offset`` is where the text begins in the marks' counting.

    >>> marks = [Mark((0, 6), "duty"), Mark((0, 2), "frequency")]
    >>> [(s.text, s.kinds) for s in segments("每年开展培训。", marks)]
    [('每年', ('duty', 'frequency')), ('开展培训', ('duty',)), ('。', ())]
    """
    sweep = _Sweep(
        text, sorted((m for m in marks if _visible(m, offset, len(text))), key=_outer_first), offset
    )
    return tuple(sweep.run())


def _visible(mark: Mark, offset: int, length: int) -> bool:
    return mark.span[0] < offset + length and mark.span[1] > offset and mark.span[0] < mark.span[1]


def _outer_first(mark: Mark) -> tuple[int, int]:
    return mark.span[0], -mark.span[1]


@dataclass
class _Sweep:
    """Walks the edges from left to right with the marks that are open."""

    text: str
    marks: Sequence[Mark]
    offset: int
    _next: int = 0
    _open: list[Mark] = field(default_factory=list)
    _named: set[str] = field(default_factory=set)

    def run(self) -> Iterable[Segment]:
        edges = self._edges()
        for start, end in pairwise(edges):
            self._advance(start)
            yield self._segment(start, end)

    def _edges(self) -> list[int]:
        first, last = self.offset, self.offset + len(self.text)
        inside = (edge for mark in self.marks for edge in mark.span)
        return sorted({first, last, *(e for e in inside if first < e < last)})

    def _advance(self, position: int) -> None:
        self._open = [m for m in self._open if m.span[1] > position]
        while self._next < len(self.marks) and self.marks[self._next].span[0] <= position:
            self._open.append(self.marks[self._next])
            self._next += 1

    def _segment(self, start: int, end: int) -> Segment:
        target = next((m.target for m in reversed(self._open) if m.target), "")
        anchor = target if target and target not in self._named else ""
        self._named.add(target)
        kinds = tuple(dict.fromkeys(m.kind for m in self._open))
        note = next((m.note for m in reversed(self._open) if m.note), "")
        return Segment(self.text[start - self.offset : end - self.offset], kinds, target, anchor, note)


def inner(text: str, span: Span, words: Iterable[tuple[str, str]]) -> list[Mark]:
    """Marks for words inside a span of a text; words apart (每年…两次) piece by piece.

    >>> words = [("frequency", "每年两次"), ("quantity", "")]
    >>> [m.span for m in inner("甲：每年开展两次培训", (2, 10), words)]
    [(2, 4), (6, 8)]
    """
    return [Mark(place, kind) for kind, word in words for place in _places(text, word, span)]


def _places(text: str, word: str, span: Span) -> Iterable[Span]:
    start, end = span
    while len(word) > 1:
        lengths = range(len(word), 1, -1)
        found = next(((at, n) for n in lengths if (at := text.find(word[:n], start, end)) >= 0), None)
        if found is None:
            return
        at, length = found
        yield at, at + length
        start, word = at + length, word[length:]


DATE = re.compile(r"(?:(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:年?底)?(?:之?前)?)|任期内|年底前")


def dates(text: str, span: Span) -> list[Mark]:
    """Marks for the dates written inside a span.

    >>> [m.span for m in dates("2022年年底前全部完成", (0, 12))]
    [(0, 8)]
    """
    found = DATE.finditer(text, *span)
    return [Mark(match.span(), "date") for match in found]


def names(text: str, span: Span, written: Iterable[str]) -> list[Mark]:
    """Marks for unit names where they last stand in a measure: the bracket that assigns comes at its end.

    >>> [m.span for m in names("区司法局要带头。(牵头单位:区司法局)", (0, 19), ["区司法局"])]
    [(14, 18)]
    """
    found = ((text.rfind(name, *span), len(name)) for name in written)
    return [Mark((at, at + length), "unit") for at, length in found if at >= 0]
