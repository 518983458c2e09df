"""A paper as DOCX, for a clerk to edit: the measures of ``paper.typ`` in the words of Word."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt

from fazhi.documents.paper import Head, Paper, layout
from fazhi.documents.paper.breaking import width
from fazhi.documents.paper.issue import chinese
from fazhi.documents.paper.paragraph import Paragraph
from fazhi.documents.press import sheet, tongue
from fazhi.documents.press.ending import colophon, proof
from fazhi.documents.press.sheet import CENTRE, RIGHT, add, kept

LEADS = {1: "hei", 2: "kai"}
HALF = (layout.LINE - layout.SIZE_3) / 2
"""Points of a line of the grid above its words, and below."""


def docx(paper: Paper) -> bytes:
    """The paper as DOCX; type faces are named as the standard does and chosen by the reader's machine.

    The text may flow otherwise than in the PDF: what is issued, numbered and verified is the PDF.
    """
    document = Document()
    sheet.prepare(document)
    tongue.chinese(document)
    if paper.head:
        _head(document, paper.head)
    _title(document, paper)
    for n, part in enumerate(paper.body):
        _paragraph(document, part, n >= paper.closing and not paper.attachments)
    _attachments(document, paper)
    _signature(document, paper)
    if paper.note:
        sheet.indent(add(document, f"（{paper.note}）"), 2)
    colophon(document, paper)
    return _saved(document, paper)


def _saved(document: WordDocument, paper: Paper) -> bytes:
    """The file names its organ and title, and nobody who clicked a button."""
    known = document.core_properties
    known.author = known.last_modified_by = paper.signature.organ
    known.title, known.comments = " ".join(paper.title_lines), ""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _head(document: WordDocument, head: Head) -> None:
    for line in head.corner:
        add(document, line, "hei")
    size = layout.mark_size(head.lines)
    down = layout.MARK_DOWN * layout.MM - len(head.corner) * layout.LINE - size * 0.1
    for n, words in enumerate(head.lines):
        mark = sheet.high(add(document, words, "mark", size, CENTRE, sheet.RED), size * 1.2)
        mark.paragraph_format.space_before = Pt(0 if n else max(down, 0))
    sheet.blank(document, 1)
    sheet.high(add(document, ""), layout.LINE - HALF - size * 0.2)
    _number(document, head)
    sheet.blank(document, 2)


def _number(document: WordDocument, head: Head) -> None:
    """发文字号 in the middle, or left and level with the last 签发人 (7.2.5, 7.2.6), and the red line."""
    if not head.rows:
        line = add(document, head.number, align=CENTRE)
    long = max(map(width, head.signers), default=0)
    begin = layout.CHARACTERS - 5 - max(map(len, head.rows), default=0) * (long + 1)
    for n, names in enumerate(head.rows, 1):
        line = add(document, f"　{head.number}\t" if n == len(head.rows) else "\t")
        sheet.tab(line, begin, WD_TAB_ALIGNMENT.LEFT)
        sheet.run(line, "签发人：" if n == 1 else "　" * 4, "body")
        sheet.run(line, "　".join(name.ljust(int(long), "　") for name in names), "kai")
    sheet.rule_below(line, 1.2, sheet.RED, layout.RULE_DOWN * layout.MM - HALF)


def _title(document: WordDocument, paper: Paper) -> None:
    for line in paper.broken_title:
        sheet.high(add(document, line, "mark", layout.SIZE_2, CENTRE), layout.SIZE_2 * 1.5)
    if paper.number:
        add(document, paper.number, align=RIGHT)
    sheet.blank(document, 1)
    if paper.addressed:
        add(document, paper.addressed)


def _paragraph(document: WordDocument, part: Paragraph, last: bool) -> None:
    line = sheet.indent(add(document, part.lead, LEADS.get(part.level, "body")), 2)
    sheet.run(line, part.rest, "body")
    if last or (part.lead and not part.rest):
        kept(line)


def _attachments(document: WordDocument, paper: Paper) -> None:
    """附件说明 (7.3.4): names stand under each other, also where one is longer than a line."""
    if not paper.attachments:
        return
    kept(add(document, ""))
    several = len(paper.attachments) > 1
    for n, name in enumerate(paper.attachments, 1):
        number = f"{n}. " if several else ""
        hanging = 4.25 if several else 3
        line = kept(add(document, f"{'附件：' if n == 1 else ''}{number}{name}"))
        sheet.indent(line, -hanging if n == 1 else 3 - hanging, left=2 + hanging)


def _signature(document: WordDocument, paper: Paper) -> None:
    """7.3.5.1 or 7.3.5.2; the width of the organ's name decides where each line begins.

    No page bears a signature alone: its lines stay with one another and with the end of the text.
    """
    signature, day = paper.signature, chinese(paper.signature.day)
    above = 3 if signature.sealed else 1
    if paper.proof:
        proof(document, paper.proof, above + len(paper.signed) + 1)
    for _ in range(above):
        kept(add(document, ""))
    widths = [width(line) for line in paper.signed]
    for text, right in zip(paper.signed, _free(widths, width(day), signature.sealed), strict=True):
        kept(sheet.indent(add(document, text, align=RIGHT), 0, right=right))
    right = 4.0 if signature.sealed else max(max(widths) - width(day), 2.0)
    sheet.indent(add(document, day, align=RIGHT), 0, right=right)


def _free(widths: list[float], day: float, sealed: bool) -> list[float]:
    """The blank characters right of each line of the organ's name: centred over the day, or two."""
    if sealed:
        least = max(0.0, 4 - max(0.0, (max(widths) - day) / 2))
        return [least + max(0.0, (max(*widths, day) - wide) / 2) for wide in widths]
    left = 2 + max(*widths, day + 2)
    return [left - wide for wide in widths]
