"""Lines that were broken at a fixed width: a name or a number may be cut between two of them."""

import re
import unicodedata
from collections.abc import Iterator

END = re.compile(r"\r\n|\n")
FEWEST = 3
"""So many full lines must stand in a text before any is taken for broken."""
SHORTEST, LONGEST = 18, 70
"""Characters of a line that may be full: a shorter one is a heading, a longer one a paragraph."""
SLACK = 1.5
"""Characters that may be left free where none fits any more; a letter or digit counts as half of one."""
STOPS = frozenset("。；：:;！？")
BEGINS = re.compile(r"[ \t\u3000\n]|[(（]?[一二三四五六七八九十0-9０-９]{1,3}[、.．)） \t\u3000]")
"""How a line begins that goes on from no other: an indent, the number of a row or an item."""


def joined(text: str) -> tuple[str, list[int]]:
    """The text without the ends of full lines, and the place of each of its characters in the original.

    >>> text = "甲" * 20 + "\\n" + "乙" * 20 + "\\n" + "丙" * 20 + "\\n丁。"
    >>> whole, places = joined(text)
    >>> len(whole), places[20], places[-1]
    (62, 21, 64)
    """
    cut = [(end.start(), end.end()) for end in _broken(text)]
    places: list[int] = []
    begin = 0
    for start, end in [*cut, (len(text), len(text))]:
        places += range(begin, start)
        begin = end
    return "".join(map(text.__getitem__, places)) if cut else text, places


def _broken(text: str) -> Iterator[re.Match[str]]:
    """The ends of lines as wide as the page, by columns or by characters."""
    lines, begin = list[tuple[re.Match[str], float, int]](), 0
    for end in END.finditer(text):
        lines.append((end, _columns(text, begin, end.start()), end.start() - begin))
        begin = end.end()
    wide = max((w for _, w, _ in lines if w <= LONGEST), default=0) - SLACK
    long = max((n for _, w, n in lines if w <= LONGEST), default=0)
    full = [end for end, w, n in lines if n >= SHORTEST and w <= LONGEST and (w >= wide or n == long)]
    if len(full) >= max(FEWEST, len(lines) // 5):
        yield from (end for end in full if _goes_on(text, end))


def _goes_on(text: str, end: re.Match[str]) -> bool:
    return text[end.start() - 1] not in STOPS and BEGINS.match(text, end.end()) is None


def _columns(text: str, begin: int, end: int) -> float:
    """The width of a line in Chinese characters; more than the longest where it is not worth counting."""
    if end - begin > 2 * LONGEST:
        return LONGEST + 1.0
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.5 for c in text[begin:end])
