"""Word's terms for the type area, its grid and its type faces."""

from math import floor
from unicodedata import east_asian_width

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from fazhi.documents.paper import layout

LEFT, CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
RED = "D7000F"
FACES = {"mark": "方正小标宋简体", "body": "仿宋_GB2312", "kai": "楷体_GB2312", "hei": "黑体", "song": "宋体"}
TWIPS = 20
"""Twentieths of a point, Word's unit."""
EIGHTHS = 8
"""Word measures the width of a line in eighths of a point."""


def prepare(document: Document) -> None:
    """Page, type area, page numbers right and left (5.1, 5.2, 7.5).

    Word's own grid of characters is removed: Word and its rivals do not spread it alike. Lines are exact and
    characters are spaced one by one.
    """
    normal = document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(layout.SIZE_3), FACES["body"]
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in layout.PAGE)
    section.top_margin, section.bottom_margin = Mm(layout.TOP), Mm(layout.BOTTOM)
    section.left_margin, section.right_margin = Mm(layout.BINDING), Mm(layout.OUTER)
    section.footer_distance = Pt((layout.BOTTOM - layout.FOLIO_DOWN) * layout.MM - layout.SIZE_4)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    document.settings.odd_and_even_pages_header_footer = True
    _folio(section.footer.paragraphs[0], RIGHT)
    _folio(section.even_page_footer.paragraphs[0], LEFT)


def add(
    document: Document,
    text: str,
    face: str = "body",
    size: float = layout.SIZE_3,
    align: WD_ALIGN_PARAGRAPH | None = None,
    colour: str = "",
) -> Paragraph:
    """A paragraph on the grid with its words in one face."""
    line = document.add_paragraph()
    form = line.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(layout.LINE)
    form.widow_control, form.alignment = False, align
    run(line, text, face, size, colour)
    return line


def run(line: Paragraph, text: str, face: str, size: float = layout.SIZE_3, colour: str = "") -> Run:
    """More words of a paragraph."""
    words = line.add_run(text)
    words.font.size, words.font.name = Pt(size), FACES[face]
    form = words._element.get_or_add_rPr()
    form.get_or_add_rFonts().set(qn("w:eastAsia"), FACES[face])
    if size == layout.SIZE_3:
        spacing = OxmlElement("w:spacing")
        _set(spacing, val=floor((layout.CHARACTER - size) * TWIPS))
        form.append(spacing)
    if colour:
        words.font.color.rgb = RGBColor.from_string(colour)
    return words


def blank(document: Document, lines: int) -> None:
    """Empty lines of the grid."""
    for _ in range(lines):
        add(document, "")


def indent(line: Paragraph, first: float, left: float = 0, right: float = 0) -> Paragraph:
    """Blank characters at the front of the first line, and on both sides."""
    form = line.paragraph_format
    form.first_line_indent = Pt(first * layout.CHARACTER)
    form.left_indent, form.right_indent = Pt(left * layout.CHARACTER), Pt(right * layout.CHARACTER)
    return line


def tab(line: Paragraph, at: float) -> None:
    """Words after a tab end at a character of the line."""
    line.paragraph_format.tab_stops.add_tab_stop(Pt(at * layout.CHARACTER), WD_TAB_ALIGNMENT.RIGHT)


def rule_below(line: Paragraph, colour: str, eighths: int, down: float) -> None:
    """A line under a paragraph, as wide as the type area, so many mm below its words."""
    border = OxmlElement("w:pBdr")
    edge = OxmlElement("w:bottom")
    _set(edge, val="single", sz=eighths, space=round(down * layout.MM), color=colour)
    border.append(edge)
    line._element.get_or_add_pPr().append(border)


def width(text: str) -> float:
    """How many full characters a text is wide.

    >>> width("2026年3月5日")
    6.0
    """
    return sum(1 if east_asian_width(c) in "WF" else 0.5 for c in text)


def _folio(line: Paragraph, align: WD_ALIGN_PARAGRAPH) -> None:
    """The page number between dashes, one character from the edge."""
    line.alignment = align
    indent(line, 0, left=1 if align == LEFT else 0, right=1 if align == RIGHT else 0)
    run(line, "— ", "song", layout.SIZE_4)
    for kind in ("begin", "PAGE", "end"):
        words = run(line, "", "song", layout.SIZE_4)
        words._element.append(_field(kind))
    run(line, " —", "song", layout.SIZE_4)


def _field(kind: str) -> OxmlElement:  # type: ignore[valid-type]
    if kind == "PAGE":
        code = OxmlElement("w:instrText")
        code.text = kind
        return code
    mark = OxmlElement("w:fldChar")
    _set(mark, fldCharType=kind)
    return mark


def _set(element: OxmlElement, **values: object) -> None:  # type: ignore[valid-type]
    for name, value in values.items():
        element.set(qn(f"w:{name}"), str(value))  # type: ignore[attr-defined]
