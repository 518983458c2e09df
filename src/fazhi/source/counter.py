"""The numbers that Word prints but does not store in the text: 一、, （一）, 1. of automatic lists."""

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from fazhi import numeral

FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": numeral.write,
    "chineseCountingThousand": numeral.write,
    "chineseLegalSimplified": numeral.write,
    "japaneseCounting": numeral.write,
    "ideographDigital": numeral.write,
    "taiwaneseCountingThousand": numeral.write,
    "decimalEnclosedCircle": lambda n: chr(ord("①") + n - 1) if n <= 20 else str(n),
    "decimalEnclosedCircleChinese": lambda n: chr(ord("①") + n - 1) if n <= 20 else str(n),
    "bullet": lambda _: "",
    "none": lambda _: "",
}
Level = tuple[str, str, int]
"""A list level: number format, the text around it (``第%1章``), and where it begins."""


class Counter:
    """Counts the paragraphs of automatic lists in document order and says each one's printed number."""

    def __init__(self, document: Document) -> None:
        self._levels = _definitions(document)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, paragraph: Paragraph) -> str:
        """The number Word prints before a paragraph; empty where it is in no numbered list."""
        found = _numbering(paragraph)
        if found is None or (found[0], found[1]) not in self._levels:
            return ""
        return self._next(*found)

    def _next(self, list_id: str, depth: int) -> str:
        counts = self._counts[list_id]
        counts[depth] = counts.get(depth, self._levels[list_id, depth][2] - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        _, around, _ = self._levels[list_id, depth]
        return re.sub(r"%(\d)", lambda m: self._written(list_id, int(m[1]) - 1), around)

    def _written(self, list_id: str, depth: int) -> str:
        kind, _, begin = self._levels.get((list_id, depth), ("decimal", "", 1))
        return FORMATS.get(kind, str)(self._counts[list_id].get(depth, begin))


def _definitions(document: Document) -> dict[tuple[str, int], Level]:
    """The levels of every list of a document, by list and depth; none where it has no lists."""
    part = next(
        (r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")), None
    )
    if part is None:
        return {}
    root: BaseOxmlElement = part.element
    abstract = {a.get(qn("w:abstractNumId")): a for a in root.findall(qn("w:abstractNum"))}
    found: dict[tuple[str, int], Level] = {}
    for item in root.findall(qn("w:num")):
        link = item.find(qn("w:abstractNumId"))
        source = abstract.get(link.get(qn("w:val"))) if link is not None else None
        for level in source.findall(qn("w:lvl")) if source is not None else ():
            found[str(item.get(qn("w:numId"))), int(level.get(qn("w:ilvl"), 0))] = _level(level)
    return found


def _level(level: Any) -> Level:
    def value(tag: str, otherwise: str) -> str:
        child = level.find(qn(tag))
        return str(child.get(qn("w:val"), otherwise)) if child is not None else otherwise

    return value("w:numFmt", "decimal"), value("w:lvlText", ""), int(value("w:start", "1"))


def _numbering(paragraph: Paragraph) -> tuple[str, int] | None:
    """The list and depth of a paragraph, from itself or from its style."""
    properties = [paragraph._p.pPr, paragraph.style.element.pPr if paragraph.style is not None else None]
    for held in properties:
        number: Any = held.numPr if held is not None else None
        if number is not None and number.numId is not None:
            return str(number.numId.val), number.ilvl.val if number.ilvl is not None else 0
    return None
