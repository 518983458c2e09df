"""A long document in pages that a phone can load: cut where a measure ends."""

from collections.abc import Sequence
from itertools import pairwise

from fazhi.outline.reading import Reading, Span

LENGTH = 5_000
"""Characters a page aims at; a single longer measure is cut in its middle."""


def pages(reading: Reading, length: int = LENGTH) -> list[Span]:
    """The stretches of the text, one a page, together the whole text.

    >>> pages(Reading("0123456789", "题"), 4)
    [(0, 4), (4, 8), (8, 10)]
    """
    ends = sorted({_after(reading.text, m.span[1]) for m in reading.measures} | {len(reading.text)})
    cuts = [0]
    for end, following in pairwise([*ends, len(reading.text) + length]):
        while end - cuts[-1] > length:
            cuts.append(cuts[-1] + length)
        if following - cuts[-1] > length and end > cuts[-1]:
            cuts.append(end)
    return list(pairwise(cuts))


def _after(text: str, end: int) -> int:
    """Where the next words begin: blank lines stay with the page before."""
    rest = text[end:]
    return end + len(rest) - len(rest.lstrip())


def page_at(spans: Sequence[Span], position: int) -> int:
    """The number, from 1, of the page on which a position lies.

    >>> page_at([(0, 4), (4, 8)], 5)
    2
    """
    return next((n for n, (_, end) in enumerate(spans, 1) if position < end), max(len(spans), 1))
