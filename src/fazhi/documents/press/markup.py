"""Elements of WordprocessingML (ISO/IEC 29500-1, 17.3) that python-docx does not make, each in its place.

Their order is part of the format: Word refuses files that other programs read.
"""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

Made = _Element

PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
    "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
    "textAlignment", "outlineLvl",
)  # fmt: skip
"""Properties of a paragraph in their order (17.3.1.26)."""
RUN = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
    "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "lang",
)  # fmt: skip
"""Properties of a run of words in their order (17.3.2.28)."""


def made(kind: str, /, **values: object) -> Made:
    """A new element with its attributes."""
    element: Made = OxmlElement(f"w:{kind}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def into(parent: Made, child: Made, order: tuple[str, ...]) -> None:
    """Put an element where the order of its kind says; one of the same name gives way."""
    names = [qn(f"w:{name}") for name in order]
    for old in parent.findall(child.tag):
        parent.remove(old)
    after = (n for n, held in enumerate(parent) if names.index(held.tag) > names.index(child.tag))
    parent.insert(next(after, len(parent)), child)
