"""HTML: the text a visitor sees, paragraph by paragraph, with data tables kept as tables."""

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

from fazhi.source import grid

BLOCKS = (
    "p|div|br|h[1-6]|li|ul|ol|dl|dt|dd|section|article|header|footer|nav|main|aside|table|tr|td|th|form|"
    "blockquote|hr|pre"
)
UNSEEN = "script|style|noscript|template|head|select|option|button|svg|iframe|object"
TAG = re.compile(r"<\s*(?:!doctype\s+html|html|head|body|div|p|table|span|br|h[1-6])\b[^<>]*>", re.IGNORECASE)


def is_page(text: str) -> bool:
    """Whether a text is HTML.

    >>> is_page("<p>一、总则</p>"), is_page("增长<5%、>3%")
    (True, False)
    """
    return TAG.search(text) is not None


def text(source: str) -> str:
    """The visible text of a page.

    >>> text("<body><script>1</script><p>一、 总则</p><p>目的<br>依据</p></body>")
    '一、 总则\\n目的\\n依据'
    >>> text("<table><tr><td>甲<td rowspan=2>乙局</tr><tr><td>丙</tr></table>")
    '甲\\t乙局\\n丙\\t〃'
    """
    root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    lines = (" ".join(line.split(" ")).strip(" \r\xa0") for line in "".join(_visible(root)).split("\n"))
    return "\n".join(line for line in lines if line.strip() or "\t" in line)


def _visible(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or re.fullmatch(UNSEEN, element.tag) or _hidden(element):
        yield ""
    elif element.tag == "table" and _is_data(element):
        yield "\n" + "\n".join(_rows(element)) + "\n"
    else:
        yield from _inside(element)


def _hidden(element: HtmlElement) -> bool:
    return re.search(r"display\s*:\s*none", element.get("style") or "") is not None


def _inside(element: HtmlElement) -> Iterator[str]:
    edge = "\n" if re.fullmatch(BLOCKS, element.tag) else ""
    yield edge + _flat(element.text)
    for child in element:
        yield from _visible(child)
        yield _flat(child.tail)
    yield edge


def _flat(words: str | None) -> str:
    return re.sub(r"[\s\xa0]+", " ", words or "")


def _is_data(table: HtmlElement) -> bool:
    """A table with rows of several short cells; one that only lays out a page is read as paragraphs."""
    if table.find(".//table") is not None:
        return False
    rows = [row.xpath("./td|./th") for row in table.iter("tr")]
    return len(rows) > 1 and max(len(row) for row in rows) > 1 and all(_short(c) for row in rows for c in row)


def _short(cell: HtmlElement) -> bool:
    return len(cell.text_content()) < 3000


def _rows(table: HtmlElement) -> Iterator[str]:
    spanning: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row.xpath("./td|./th"):
            _fill(cells, spanning)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            spanning.update({len(cells) + i: height - 1 for i in range(width) if height > 1})
            cells += [_cell(cell), *[""] * (width - 1)]
        _fill(cells, spanning)
        yield grid.line(cells)


def _fill(cells: list[str], spanning: dict[int, int]) -> None:
    """Put 〃 where a cell of an earlier row reaches down into this one."""
    while spanning.get(len(cells), 0):
        spanning[len(cells)] -= 1
        cells.append(grid.DITTO)


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name) or ""
    return min(int(value), 1000) if value.isdigit() and int(value) else 1


def _cell(cell: HtmlElement) -> str:
    return grid.cell("".join(_inside(cell)).split("\n"))
