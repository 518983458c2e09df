"""版记 (GB/T 9704—2012, 7.4): a table that stands on the lower edge of the last page's type area."""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table
from lxml.etree import _Element

from fazhi.documents.paper import Copies, Paper, layout
from fazhi.documents.paper.issue import chinese
from fazhi.documents.press import sheet
from fazhi.documents.press.sheet import EIGHTHS, TWIPS

FLOAT = {"vertAnchor": "margin", "horzAnchor": "margin", "tblpXSpec": "left", "tblpYSpec": "bottom"}


def colophon(document: Document, paper: Paper) -> None:
    """抄送机关, then 印发机关 and 印发日期, between two thick lines."""
    rows = _rows(paper.copies) if paper.copies else []
    if not rows:
        return
    table = document.add_table(len(rows), 1)
    sheet.add(document, "").paragraph_format.line_spacing = Pt(
        1
    )  # Word hangs a floating table on what follows
    _place(table)
    for n, text in enumerate(rows):
        line = table.cell(n, 0).paragraphs[0]
        line.paragraph_format.space_after = Pt(0)
        sheet.indent(
            line, -3 if n == 0 and "\t" not in text else 0, left=4 if "\t" not in text else 1, right=1
        )
        sheet.tab(line, layout.CHARACTERS - 1)
        sheet.run(line, text, "body", layout.SIZE_4)


def _rows(copies: Copies) -> list[str]:
    to = f"抄送：{'，'.join(copies.to)}。" if copies.to else ""
    printed = f"{chinese(copies.printed_on)}印发" if copies.printed_on else ""
    return [row for row in (to, f"{copies.printer}\t{printed}" if copies.printer else "") if row]


def _place(table: Table) -> None:
    """The order of the parts is Word's: it reads no table whose properties stand otherwise."""
    properties = table._tbl.tblPr
    for old in list(properties):
        properties.remove(old)
    properties.append(_made("tblpPr", **FLOAT))
    properties.append(_made("tblW", w=round(layout.AREA[0] * layout.MM * TWIPS), type="dxa"))
    borders = _made("tblBorders")
    properties.append(borders)
    for edge, mm in (("top", layout.THICK), ("bottom", layout.THICK), ("insideH", layout.THIN)):
        thickness = round(mm * layout.MM * EIGHTHS)
        borders.append(_made(edge, val="single", sz=thickness, space=0, color="000000"))


def _made(name: str, **values: object) -> _Element:
    element: _Element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), str(value))
    return element
