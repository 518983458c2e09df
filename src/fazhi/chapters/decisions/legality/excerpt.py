"""The draft line by line, each with the findings that begin in it: what a reviewer reads side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True)
class Line:
    """A line in pieces, each marked or not, and the numbers of the findings that begin here."""

    pieces: tuple[tuple[str, bool], ...]
    found: tuple[int, ...]


def lines(text: str, spans: Iterable[Span]) -> tuple[Line, ...]:
    """Every line of a text that says something; findings count from one in the order given.

    >>> [(line.pieces, line.found) for line in lines("甲乙\\n丙丁", [(3, 4)])]
    [((('甲乙', False),), ()), ((('丙', True), ('丁', False)), (1,))]
    """
    numbered = tuple(enumerate(spans, 1))
    return tuple(line for line in _lines(text, numbered) if line.pieces)


def _lines(text: str, numbered: tuple[tuple[int, Span], ...]) -> Iterator[Line]:
    begin = 0
    for words in text.splitlines(keepends=True) or [text]:
        end = begin + len(words)
        begun = tuple(n for n, (first, _) in numbered if begin <= first < end)
        marked = [(max(a, begin), min(b, end)) for _, (a, b) in numbered if a < end and b > begin]
        if words.strip() or begun:
            yield Line(tuple(_pieces(text, (begin, begin + len(words.rstrip())), marked)), begun)
        begin = end


def _pieces(text: str, line: Span, marked: list[Span]) -> Iterator[tuple[str, bool]]:
    place, last = line
    for first, end in sorted(marked):
        first, end = max(first, place), min(end, last)
        if first < end:
            if place < first:
                yield text[place:first], False
            yield text[first:end], True
            place = end
    if place < last:
        yield text[place:last], False
