"""Tables as text: cells between tabs, merged cells as 〃, line breaks inside a cell as U+2028."""

from collections.abc import Iterable

DITTO, BREAK = "〃", "\u2028"


def cell(paragraphs: Iterable[str]) -> str:
    """The text of one cell.

    >>> cell(["区司法局", " ", "区编办\\t"])
    '区司法局\\u2028区编办'
    """
    return BREAK.join(
        line for p in paragraphs for words in p.split("\n") if (line := " ".join(words.split()))
    )


def line(cells: Iterable[str]) -> str:
    """One row. A trailing empty cell is kept: its place says which column it is."""
    return "\t".join(cells)
