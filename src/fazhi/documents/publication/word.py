"""DOCX: every place where a Word document holds words, read in order and written back masked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from fazhi.documents.publication import package, revision
from fazhi.documents.publication.extract import Extract
from fazhi.documents.publication.package import Parts
from fazhi.documents.redaction import Policy, redact
from fazhi.documents.redaction.span import Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True)
class Run:
    """One element of text and where its characters begin in the whole."""

    element: _Element
    start: int


@dataclass(frozen=True)
class Document:
    """The parts that hold words, as trees, with their text and the elements it came from."""

    parts: Parts
    trees: dict[str, _Element]
    text: str
    runs: list[Run]


def extract(data: bytes, name: str) -> Extract:
    """The visible text: body, tables, text boxes, headers, footers, notes and comments."""
    parts = package.open_parts(data, name)
    trees = _trees(parts, name)
    warnings = tuple(revision.warnings(parts, trees))
    for tree in trees.values():
        revision.settle(tree)
    return Extract(_document(parts, trees).text, package.metadata(parts), warnings)


def redacted(data: bytes, name: str, policy: Policy | None) -> bytes:
    """A copy with its words masked in their runs, revisions settled, comments and properties removed."""
    parts = package.open_parts(data, name)
    trees = _trees(parts, name)
    for tree in trees.values():
        revision.settle(tree)
        revision.unlink_comments(tree)
    document = _document(parts, trees)
    _mask(document.runs, redact(document.text, policy).spans)
    written = {
        part: etree.tostring(t, xml_declaration=True, encoding="UTF-8", standalone=True)
        for part, t in trees.items()
    }
    return package.save(revision.without_people(parts) | written)


def _trees(parts: Parts, name: str) -> dict[str, _Element]:
    try:
        names = sorted((p for p in parts if WORDS.fullmatch(p)), key=lambda p: ("document" not in p, p))
        return {part: etree.fromstring(parts[part], package.PARSER) for part in names}
    except etree.XMLSyntaxError:
        raise package.broken(name) from None


def _document(parts: Parts, trees: dict[str, _Element]) -> Document:
    pieces: list[str] = []
    runs: list[Run] = []
    length = 0
    for element, words in (pair for tree in trees.values() for pair in _words(tree)):
        if element is not None:
            runs.append(Run(element, length))
        pieces.append(words)
        length += len(words)
    return Document(parts, trees, "".join(pieces), runs)


def _words(tree: _Element) -> Iterator[tuple[_Element | None, str]]:
    """Elements of text and what separates them: a tab between cells, a line between paragraphs."""
    for element in tree.iter(f"{W}p", f"{W}t", *BREAKS):
        if element.tag == f"{W}p":
            yield None, "\t" if _begins_later_cell(element) else "\n"
        elif element.tag == f"{W}t":
            yield element, element.text or ""
        elif (parent := element.getparent()) is not None and parent.tag == f"{W}r":
            yield None, BREAKS[element.tag]


def _begins_later_cell(paragraph: _Element) -> bool:
    cell = paragraph.getparent()
    if cell is None or cell.tag != f"{W}tc" or cell.find(f"{W}p") is not paragraph:
        return False
    return any(True for _ in cell.itersiblings(f"{W}tc", preceding=True))


def _mask(runs: list[Run], spans: tuple[Span, ...]) -> None:
    """Put each mask into the run where its span begins and cut the rest out of the runs it covers."""
    for run in runs:
        text = run.element.text or ""
        end = run.start + len(text)
        for span in reversed([s for s in spans if s.start < end and s.end > run.start]):
            masked = span.masked if span.start >= run.start else ""
            text = text[: max(0, span.start - run.start)] + masked + text[span.end - run.start :]
        run.element.text = text
        run.element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
