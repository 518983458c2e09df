"""A paper as DOCX, for a clerk to edit: the measures of ``paper.typ`` in the words of Word."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from fazhi.documents.paper import Paper, layout
from fazhi.documents.paper.issue import chinese
from fazhi.documents.paper.paragraph import Paragraph
from fazhi.documents.press import quick_response, sheet
from fazhi.documents.press.ending import colophon
from fazhi.documents.press.sheet import CENTRE, LEFT, RIGHT, add

LEADS = {1: "hei", 2: "kai"}


def docx(paper: Paper) -> bytes:
    """The paper as DOCX; type faces are named as the standard does and chosen by the reader's machine.

    The text may flow otherwise than in the PDF: what is issued, numbered and verified is the PDF.
    """
    document = Document()
    sheet.prepare(document)
    _head(document, paper)
    _title(document, paper)
    for part in paper.body:
        _paragraph(document, part)
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


def _head(document: WordDocument, paper: Paper) -> None:
    head = paper.head
    if head is None:
        return
    for line in head.corner:
        add(document, line, "hei")
    mark = add(document, head.mark, "mark", layout.mark_size(head.mark), CENTRE, sheet.RED)
    mark.paragraph_format.line_spacing = Pt(layout.mark_size(head.mark) * 1.2)
    down = layout.MARK_DOWN * layout.MM - len(head.corner) * layout.LINE
    mark.paragraph_format.space_before = Pt(max(down, 0))
    sheet.blank(document, 2)
    sheet.rule_below(_number(document, head.number, head.signers), sheet.RED, 12, layout.RULE_DOWN)
    sheet.blank(document, 2)


def _number(document: WordDocument, number: str, signers: tuple[str, ...]) -> WordParagraph:
    if not signers:
        return add(document, number, align=CENTRE)
    line = add(document, f"　{number}\t签发人：")
    sheet.tab(line, layout.CHARACTERS - 1)
    sheet.run(line, "　".join(signers), "kai")
    return line


def _title(document: WordDocument, paper: Paper) -> None:
    for line in paper.title_lines:
        title = add(document, line, "mark", layout.SIZE_2, CENTRE)
        title.paragraph_format.line_spacing = Pt(layout.SIZE_2 * 1.5)
    if paper.number:
        add(document, paper.number, align=RIGHT)
    sheet.blank(document, 1)
    if paper.addressed:
        add(document, paper.addressed)


def _paragraph(document: WordDocument, part: Paragraph) -> None:
    line = sheet.indent(add(document, part.lead, LEADS.get(part.level, "body")), 2)
    sheet.run(line, part.rest, "body")


def _attachments(document: WordDocument, paper: Paper) -> None:
    """附件说明 (7.3.4): names stand under each other, also where one is longer than a line."""
    if not paper.attachments:
        return
    sheet.blank(document, 1)
    several = len(paper.attachments) > 1
    for n, name in enumerate(paper.attachments, 1):
        number = f"{n}. " if several else ""
        hanging = 4.25 if several else 3
        line = add(document, f"{'附件：' if n == 1 else ''}{number}{name}")
        sheet.indent(line, -hanging if n == 1 else 3 - hanging, left=2 + hanging)


def _signature(document: WordDocument, paper: Paper) -> None:
    """7.3.5.1 or 7.3.5.2; the width of the organ's name decides where each line begins."""
    signature, day = paper.signature, chinese(paper.signature.day)
    sheet.blank(document, 3 if signature.sealed else 1)
    organ_width, day_width = sheet.width(signature.organ), sheet.width(day)
    if signature.sealed:
        right = max(0.0, 4 - (organ_width - day_width) / 2), 4.0
    else:
        wide = max(organ_width, day_width + 2)
        right = 2 + wide - organ_width, wide - day_width
    for text, blank in zip((signature.organ, day), right, strict=True):
        sheet.indent(add(document, text, align=RIGHT), 0, right=blank)
    if paper.proof:
        _proof(document, paper.proof.address, paper.proof.grouped)


def _proof(document: WordDocument, address: str, code: str) -> None:
    picture = add(document, "", align=LEFT)
    picture.paragraph_format.line_spacing = None
    picture.add_run().add_picture(io.BytesIO(quick_response.png(address)), width=Mm(18))
    sheet.run(picture, f"　扫码核验本文书　核验码 {code}", "body", 9)
