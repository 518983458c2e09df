"""DOCX: paragraphs with the numbers Word makes by itself, and tables with their merged cells."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.oxml.exceptions import InvalidXmlError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from fazhi.fault import Fault
from fazhi.source import grid
from fazhi.source.counter import Counter

UNPACKED = 200 * 2**20
"""Bytes a DOCX may unpack to; a bomb of compressed zeros is refused before it is opened."""
PARTS = 5_000
"""Parts of the largest package; a book of a thousand sheets or pictures has fewer."""
BROKEN = (KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError, InvalidXmlError, EOFError, OSError)


def text(data: bytes, name: str) -> str:
    """The text of a Word document in reading order; a ``Fault`` where it cannot be opened."""
    try:
        _check_size(data, name)
        return "\n".join(_lines(docx.Document(io.BytesIO(data))))
    except BROKEN:
        wrong = f"{name} 是损坏的 DOCX 文件，或不是 Word 文档"
        raise Fault("outline.E005", wrong, "请用 Word 或 WPS 打开后另存为 DOCX 再上传") from None


def excessive(archive: zipfile.ZipFile) -> bool:
    """Whether a package says of itself that it unpacks to too much, or has too many parts."""
    parts = archive.infolist()
    return len(parts) > PARTS or sum(item.file_size for item in parts) > UNPACKED


def _check_size(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if excessive(archive):
            raise Fault("outline.E001", f"{name} 解压后过大", "请只保留正文，删去图片后再上传")


def _lines(document: Document) -> Iterator[str]:
    counter = Counter(document)
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block, counter)
        else:
            yield counter.label(block) + _paragraph(block)


def _paragraph(paragraph: Paragraph) -> str:
    return " ".join(paragraph.text.split("\t")).replace("\v", "\n")


def _rows(table: Table, counter: Counter) -> Iterator[str]:
    above: dict[int, Any] = {}
    for row in table.rows:
        cells: list[str] = [""] * row.grid_cols_before
        before: Any = None
        for position, cell in enumerate(row.cells):
            element = cell._tc
            if element is before:
                cells.append("")
            elif element is above.get(position):
                cells.append(grid.DITTO)
            else:
                cells.append(grid.cell(counter.label(p) + p.text for p in cell.paragraphs))
            before = above[position] = element
        yield grid.line(cells)
