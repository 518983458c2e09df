"""Word's terms for the type area, its grid and its type faces."""

from math import floor

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from fazhi.documents.paper import layout
from fazhi.documents.press import markup
from fazhi.documents.press.font import WORD

BOTH, LEFT, CENTRE, RIGHT = (
    WD_ALIGN_PARAGRAPH.JUSTIFY,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
)
RED = "D7000F"
TWIPS = 20
"""Twentieths of a point, Word's unit."""
GRID = floor(layout.LINE * TWIPS) / TWIPS
"""Points of a line in whole twips, rounded down: of lines a hair too high only 21 stand on a page."""
EIGHTHS = 8
"""Word measures the width of a line in eighths of a point."""


def prepare(document: Document) -> None:
    """Page, type area, page numbers right and left (5.1, 5.2, 7.5).

    Word's own grid of characters is removed: Word and its rivals do not spread it alike. Lines are exact and
    characters are spaced one by one.
    """
    normal = document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(layout.SIZE_3), WORD["body"]
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
    align: WD_ALIGN_PARAGRAPH = BOTH,
    colour: str = "",
) -> Paragraph:
    """A paragraph on the grid with its words in one face."""
    line = document.add_paragraph()
    form = line.paragraph_format
    form.space_before = form.space_after = Pt(0)
    high(line, GRID)
    form.widow_control, form.alignment = False, align
    run(line, text, face, size, colour)
    return line


def high(line: Paragraph, points: float) -> Paragraph:
    """Lines of a paragraph of their own height."""
    form = line.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)
    return line


def kept(line: Paragraph) -> Paragraph:
    """A paragraph whose end stays on one page with what follows: two of its lines, where it is long."""
    line.paragraph_format.keep_with_next = line.paragraph_format.widow_control = True
    return line


def run(line: Paragraph, text: str, face: str, size: float = layout.SIZE_3, colour: str = "") -> Run:
    """More words of a paragraph; the hint gives quotation marks and dashes to the Chinese face."""
    words = line.add_run(text)
    words.font.size, words.font.name = Pt(size), WORD[face]
    form = words._element.get_or_add_rPr()
    fonts = form.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), WORD[face])
    fonts.set(qn("w:hint"), "eastAsia")
    if colour:
        words.font.color.rgb = RGBColor.from_string(colour)
    if size == layout.SIZE_3:
        spread = floor((layout.CHARACTER - size) * TWIPS)
        markup.into(form, markup.made("spacing", val=spread), markup.RUN)
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


def tab(line: Paragraph, at: float, align: WD_TAB_ALIGNMENT = WD_TAB_ALIGNMENT.RIGHT) -> None:
    """Words after a tab end, or begin, at a character of the line."""
    line.paragraph_format.tab_stops.add_tab_stop(Pt(at * layout.CHARACTER), align)


def rule_below(line: Paragraph, points: float, colour: str, away: float) -> None:
    """A line under a paragraph, as wide as the type area, so many points away from its last line."""
    border, thick = markup.made("pBdr"), round(points * EIGHTHS)
    border.append(markup.made("bottom", val="single", sz=thick, space=round(away), color=colour))
    markup.into(line._element.get_or_add_pPr(), border, markup.PARAGRAPH)


def _folio(line: Paragraph, align: WD_ALIGN_PARAGRAPH) -> None:
    """The page number between dashes, one character from the edge."""
    line.alignment = align
    indent(line, 0, left=1 if align == LEFT else 0, right=1 if align == RIGHT else 0)
    run(line, "— ", "song", layout.SIZE_4)
    for kind in ("begin", "PAGE", "end"):
        words = run(line, "", "song", layout.SIZE_4)
        words._element.append(_field(kind))
    run(line, " —", "song", layout.SIZE_4)


def _field(kind: str) -> markup.Made:
    if kind != "PAGE":
        return markup.made("fldChar", fldCharType=kind)
    code = markup.made("instrText")
    code.text = kind
    return code
