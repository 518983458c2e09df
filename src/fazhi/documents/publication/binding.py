"""A new DOCX package of the parts that were read: what is not known to be harmless is not in it."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element

from fazhi.documents.publication import bare
from fazhi.documents.publication.package import CORE, PARSER, Parts

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = f"{WORD}document.main+xml"
KINDS = {
    "styles": f"{WORD}styles+xml",
    "numbering": f"{WORD}numbering+xml",
    "fontTable": f"{WORD}fontTable+xml",
    "settings": f"{WORD}settings+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "footnotes": f"{WORD}footnotes+xml",
    "endnotes": f"{WORD}endnotes+xml",
    "header": f"{WORD}header+xml",
    "footer": f"{WORD}footer+xml",
}
"""The parts that are kept, by their relation to the text."""
NAME = re.compile(
    r"word/(?:styles|numbering|fontTable|settings|theme/theme\d+|footnotes|endnotes|(?:header|footer)\d*)\.xml"
)
SETTINGS = (
    "evenAndOddHeaders", "mirrorMargins", "defaultTabStop", "characterSpacingControl", "compat",
    "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "drawingGridHorizontalSpacing",
    "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery",
    "noLineBreaksAfter", "noLineBreaksBefore", "themeFontLang", "clrSchemeMapping", "footnotePr", "endnotePr",
    "doNotExpandShiftReturn", "decimalSymbol", "listSeparator", "zoom",
)  # fmt: skip
"""Settings of layout; all others (templates, variables, sessions, mail merge, protection) are dropped."""


def bound(parts: Parts, trees: Mapping[str, _Element]) -> Parts:
    """The parts of the copy; ``trees`` are those with words, masked already."""
    kept = dict(_related(parts))
    written = {"word/document.xml": _bare(trees["word/document.xml"], tuple(kept))}
    for _, name in kept.values():
        tree = trees[name] if name in trees else etree.fromstring(parts[name], PARSER)
        written[name] = _bare(_settings(tree), ())
    return {
        "[Content_Types].xml": _types({name: KINDS[kind] for kind, name in kept.values()}),
        "_rels/.rels": _rels({"rId1": (f"{OFFICE}officeDocument", "word/document.xml"),
                              "rId2": (CORE_RELATION, "docProps/core.xml")}),
        "docProps/core.xml": CORE,
        **written,
        "word/_rels/document.xml.rels": _rels(
            {i: (OFFICE + kind, posixpath.relpath(name, "word")) for i, (kind, name) in kept.items()}
        ),
    }  # fmt: skip


def _related(parts: Parts) -> Iterator[tuple[str, tuple[str, str]]]:
    """Relations of the text to parts that are kept: id, kind and part."""
    data = parts.get("word/_rels/document.xml.rels")
    for relation in etree.fromstring(data, PARSER) if data else ():
        kind = str(relation.get("Type", "")).rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("word", str(relation.get("Target", "")))).lstrip("/")
        inside = relation.get("TargetMode") != "External" and target in parts
        if kind in KINDS and inside and NAME.fullmatch(target):
            yield str(relation.get("Id")), (kind, target)


def _settings(tree: _Element) -> _Element:
    if tree.tag == f"{W}settings":
        for child in list(tree):
            if child.tag not in {f"{W}{name}" for name in SETTINGS}:
                tree.remove(child)
    return tree


def _bare(tree: _Element, kept: tuple[str, ...]) -> bytes:
    bare.strip(tree, kept)
    return _xml(tree)


def _types(overrides: Mapping[str, str]) -> bytes:
    root = etree.fromstring(f'<Types xmlns="{TYPES}"/>')
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    for extension, kind in defaults.items():
        etree.SubElement(root, f"{{{TYPES}}}Default", Extension=extension, ContentType=kind)
    fixed = {"word/document.xml": MAIN, "docProps/core.xml": CORE_TYPE}
    for name, kind in (fixed | dict(overrides)).items():
        etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return _xml(root)


def _rels(relations: Mapping[str, tuple[str, str]]) -> bytes:
    root = etree.fromstring(f'<Relationships xmlns="{RELATIONS}"/>')
    for number, (kind, target) in relations.items():
        etree.SubElement(root, f"{{{RELATIONS}}}Relationship", Id=number, Type=kind, Target=target)
    return _xml(root)


def _xml(tree: _Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
