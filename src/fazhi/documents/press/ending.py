"""What stands beside and below the text of a Word file: verification block and 版记 (GB/T 9704—2012, 7.4).

Both are frames: Word, WPS and LibreOffice keep those in place, and not every kind of floating table.
"""

import io

from docx.document import Document
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from fazhi.documents.paper import Copies, Paper, Proof, layout
from fazhi.documents.paper.issue import chinese
from fazhi.documents.press import markup, quick_response, sheet
from fazhi.documents.press.sheet import LEFT, TWIPS

Frame = dict[str, object]
WIDE = round(layout.AREA[0] * layout.MM * TWIPS)
FOOT: Frame = {
    "w": WIDE, "hSpace": 0, "wrap": "notBeside", "vAnchor": "margin", "hAnchor": "margin",
    "xAlign": "left", "yAlign": "bottom",
}  # fmt: skip
"""On the lower edge of the type area, of the page on which the text ends."""
SIDE: Frame = {"hSpace": 57, "wrap": "around", "vAnchor": "text", "hAnchor": "margin", "xAlign": "left"}
CODE, SMALL, ROW = 18, 9, 20
"""mm of the QR code; points of the words under it and of a line of the 版记."""


def proof(document: Document, shown: Proof, lines: int) -> None:
    """The QR code left of the signature, which takes so many lines: it ends where they end."""
    down = lines * layout.LINE - CODE * layout.MM - 2 * SMALL
    frame: Frame = {**SIDE, "w": round(66 * layout.MM * TWIPS), "y": max(1, round(down * TWIPS))}
    picture = _framed(sheet.add(document, "", align=LEFT), frame, CODE * layout.MM)
    picture.add_run().add_picture(io.BytesIO(quick_response.png(shown.address)), width=Mm(CODE))
    words = sheet.add(document, f"扫码核验本文书　核验码 {shown.grouped}", "body", SMALL, LEFT)
    _framed(words, frame, 2 * SMALL)


def colophon(document: Document, paper: Paper) -> None:
    """抄送机关, then 印发机关 and 印发日期, between two thick lines; the frame hangs on what follows it."""
    rows = _rows(paper.copies) if paper.copies else []
    if not rows:
        return
    for n, text in enumerate(rows):
        _rule(document, layout.THIN if n else layout.THICK)
        line = _framed(sheet.add(document, text, "body", layout.SIZE_4), FOOT, ROW)
        hanging = 0.0 if "\t" in text else 3 * layout.SIZE_4 / layout.CHARACTER
        sheet.indent(line, -hanging, left=1 + hanging, right=1)
        sheet.tab(line, layout.CHARACTERS - 1)
    _rule(document, layout.THICK)
    sheet.high(sheet.add(document, ""), 1)


def _rows(copies: Copies) -> list[str]:
    to = f"抄送：{'，'.join(copies.to)}。" if copies.to else ""
    printed = f"{chinese(copies.printed_on)}印发" if copies.printed_on else ""
    return [row for row in (to, f"{copies.printer}\t{printed}" if copies.printer else "") if row]


def _rule(document: Document, mm: float) -> None:
    """A black paragraph as high as the line is thick: not every program shows borders within a frame."""
    line = _framed(sheet.add(document, ""), FOOT, mm * layout.MM)
    black = markup.made("shd", val="clear", color="auto", fill="000000")
    markup.into(line._element.get_or_add_pPr(), black, markup.PARAGRAPH)


def _framed(line: Paragraph, frame: Frame, points: float) -> Paragraph:
    markup.into(line._element.get_or_add_pPr(), markup.made("framePr", **frame), markup.PARAGRAPH)
    return sheet.high(line, points)
