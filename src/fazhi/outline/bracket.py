"""Brackets of a document: units stand inside them, and brackets stand inside those (区委（区政府）督查室)."""

import re
from collections.abc import Iterator

from fazhi.outline.reading import Span

ROUND, SQUARE = "（(）)", "【[〔】]〕"
OPENING = "（(【[〔"
BRACKET = re.compile("[" + re.escape(ROUND + SQUARE) + "]")
LONGEST = 1500
"""An opening bracket this many characters ago was never closed: a slip of the pen, not a clause."""


def outermost(text: str) -> Iterator[Span]:
    """The outermost bracket pairs, full or half width or mixed, each with its brackets.

    >>> text = "督查（牵头单位:区委(区政府)督查室)。"
    >>> [text[slice(*span)] for span in outermost(text)]
    ['（牵头单位:区委(区政府)督查室)']
    """
    opened: list[tuple[int, bool]] = []
    for match in BRACKET.finditer(text):
        if opened and match.start() - opened[0][0] > LONGEST:
            opened.clear()
        shape = match[0] in ROUND
        if match[0] in OPENING:
            opened.append((match.start(), shape))
        elif opened and opened[-1][1] == shape:
            begin, _ = opened.pop()
            if not opened:
                yield begin, match.end()


def split(text: str, separators: str) -> Iterator[Span]:
    """The pieces between separators that stand outside all brackets.

    >>> text = "区委（区政府、区人大）办、区司法局"
    >>> [text[a:b] for a, b in split(text, "、")]
    ['区委（区政府、区人大）办', '区司法局']
    """
    depth = begin = 0
    for position, character in enumerate(text):
        if character in OPENING + "〈<":
            depth += 1
        elif character in "）)】]〕〉>":
            depth = max(depth - 1, 0)
        elif not depth and character in separators:
            yield begin, position
            begin = position + 1
    yield begin, len(text)
