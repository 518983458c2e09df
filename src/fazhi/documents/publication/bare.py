"""A part of a Word file with nothing left in it but the words a reader sees and how they are set.

What a program may write beside them (alternative texts, bookmarks, form fields, editors, sessions, links)
names people as well as the text does, and nobody reviews it.
"""

from collections.abc import Collection

from lxml import etree
from lxml.etree import _Element

from fazhi.documents.publication.element import remove, unwrap

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"

PICTURE = "［图片从略］"
PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")
WRAPPED = tuple(f"{W}{tag}" for tag in ("hyperlink", "sdtContent", "sdt", "smartTag", "customXml"))
REMOVED = tuple(
    f"{W}{tag}"
    for tag in (
        "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "bookmarkStart", "bookmarkEnd", "permStart",
        "permEnd", "proofErr", "ffData", "commentRangeStart", "commentRangeEnd", "commentReference",
        "annotationRef", "altChunk", "subDoc", "contentPart", "printerSettings", "background",
        "tblCaption", "tblDescription", "docPartObj", "embedRegular", "embedBold", "embedItalic",
        "embedBoldItalic", "numPicBullet", "rsid",
    )
)  # fmt: skip
REFERENCES = (f"{W}headerReference", f"{W}footerReference")
SAYING = (f"{W}t", f"{MATH}t", f"{W}instrText")
"""Elements whose words are kept; the codes among them are those of page numbers."""
UNSEEN = (
    "author", "date", "initials", "descr", "title", "alt", "href", "tooltip", "paraId", "textId", "hlinkHref",
)  # fmt: skip
"""Attributes that tell something no page shows; those of sessions (rsid…) besides."""


def strip(tree: _Element, kept: Collection[str] = ()) -> None:
    """Leave words and form; ``kept`` are the relations to headers and footers that stay."""
    etree.strip_elements(tree, etree.Entity)
    _replace_pictures(tree)
    for element in list(tree.iter(*REMOVED)):
        remove(element)
    for element in list(tree.iter(*WRAPPED)):
        unwrap(element)
    for element in list(tree.iter()):
        _clean(element)
        if _leads(element) and not (element.tag in REFERENCES and element.get(f"{R}id") in kept):
            remove(element)


def pictures(tree: _Element) -> int:
    """How many pictures and embedded objects a part holds."""
    return sum(1 for element in tree.iter(*PICTURES) if _unread(element))


def _replace_pictures(tree: _Element) -> None:
    """A visible note where something stood that holds more than words: no rule can read it."""
    for element in list(tree.iter(*PICTURES)):
        if not _unread(element):
            continue
        whole = next(element.iterancestors(f"{MC}AlternateContent"), element)
        parent = whole.getparent()
        if parent is not None:
            note = etree.SubElement(parent, f"{W}t")
            note.text = PICTURE
            parent.replace(whole, note)


def _unread(element: _Element) -> bool:
    return any(_leads(inner) or inner.tag == f"{VML}textpath" for inner in element.iter())


def _leads(element: _Element) -> bool:
    """Whether an element points to another part or to another file."""
    return any(str(name).startswith(R) for name in element.attrib)


def _clean(element: _Element) -> None:
    """No session, no editor, no second name of a thing, no words outside the places for words."""
    for name in list(element.attrib):
        local = etree.QName(str(name)).localname
        if local in UNSEEN or local.startswith("rsid"):
            del element.attrib[name]
    if element.tag in (f"{PLACED}docPr",) or etree.QName(element).localname == "cNvPr":
        element.set("name", "")
    if element.tag not in SAYING and not str(element.tag).startswith(PLACED):
        element.text = None
    element.tail = None
