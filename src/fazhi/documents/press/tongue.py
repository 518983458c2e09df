"""What a Word file says of its language and its type faces, so that other machines show it alike.

Without them a program may take Chinese for another language, whose fonts set commas in the middle of their
squares, puts room between digits and characters, and takes any font where the named one is missing.
"""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from fazhi.documents.press import markup
from fazhi.documents.press.font import FACES, WANTED, WORD

CHINESE = {"val": "en-US", "eastAsia": "zh-CN"}
CHARSET = "86"
"""GB 2312, in the numbers of Windows."""


def chinese(document: Document) -> None:
    """Simplified Chinese, digits set as tightly as characters, and other names of each face."""
    styles, settings = document.styles.element, document.settings.element
    for known in (*styles.iter(qn("w:lang")), *settings.iter(qn("w:themeFontLang"))):
        for key, value in CHINESE.items():
            known.set(qn(f"w:{key}"), value)
    form = document.styles["Normal"].element.get_or_add_pPr()
    for gap in ("autoSpaceDE", "autoSpaceDN"):
        markup.into(form, markup.made(gap, val=0), markup.PARAGRAPH)
    document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = _fonts()


def _fonts() -> bytes:
    """``word/fontTable.xml``: where a face is missing, Word and WPS look for its other names."""
    table = parse_xml(f"<w:fonts {nsdecls('w')}/>")
    for use, name in WORD.items():
        others = [other for other in FACES[use][: WANTED[use]] if other != name]
        font = markup.made("font", name=name)
        font.append(markup.made("altName", val=",".join(others)))
        font.append(markup.made("charset", val=CHARSET))
        font.append(markup.made("family", val="modern" if use in ("body", "kai") else "auto"))
        font.append(markup.made("pitch", val="default"))
        table.append(font)
    return etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)
