"""DOCX: every place where a Word document holds words, read in order and written back masked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from fazhi.documents.publication import binding, field, package, revision
from fazhi.documents.publication.extract import Extract
from fazhi.documents.publication.hidden import Hidden
from fazhi.documents.publication.package import Parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
TEXT = (f"{W}t", f"{MATH}t")
WORDS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True)
class Run:
    """One element of text and where its characters begin in the whole."""

    element: _Element
    start: int


@dataclass(frozen=True)
class Document:
    """The text of a file and the elements it came from."""

    text: str
    runs: list[Run]


def extract(data: bytes, name: str) -> Extract:
    """The visible text: body, tables, text boxes, headers, footers, notes; comments never go out."""
    parts = package.open_parts(data, name)
    trees = _trees(parts, name)
    warnings = tuple(revision.warnings(parts, trees))
    for tree in trees.values():
        revision.settle(tree)
    return Extract(_document(trees).text, package.metadata(parts), warnings)


def masked(data: bytes, name: str, marks: Sequence[Hidden]) -> bytes:
    """A copy with the marked places of the text hidden in their runs.

    Revisions are settled, fields become words; comments, pictures, embedded files and editors are left out.
    """
    parts = package.open_parts(data, name)
    trees = _trees(parts, name)
    for tree in trees.values():
        revision.settle(tree)
    _mask(_document(trees).runs, marks)
    for tree in trees.values():
        field.settle(tree)
    return package.save(binding.bound(parts, trees))


def _trees(parts: Parts, name: str) -> dict[str, _Element]:
    try:
        names = sorted((p for p in parts if WORDS.fullmatch(p)), key=lambda p: ("document" not in p, p))
        return {part: etree.fromstring(parts[part], package.PARSER) for part in names}
    except etree.XMLSyntaxError:
        raise package.broken(name) from None


def _document(trees: dict[str, _Element]) -> Document:
    pieces: list[str] = []
    runs: list[Run] = []
    length = 0
    for element, words in (pair for tree in trees.values() for pair in _words(tree)):
        if element is not None:
            runs.append(Run(element, length))
        pieces.append(words)
        length += len(words)
    return Document("".join(pieces), runs)


def _words(tree: _Element) -> Iterator[tuple[_Element | None, str]]:
    """Elements of text and what separates them: a tab between cells, a line between paragraphs."""
    for element in tree.iter(f"{W}p", *TEXT, *BREAKS):
        if element.tag == f"{W}p":
            yield None, "\t" if _begins_later_cell(element) else "\n"
        elif element.tag in TEXT:
            yield element, element.text or ""
        elif (parent := element.getparent()) is not None and parent.tag == f"{W}r":
            yield None, BREAKS[element.tag]


def _begins_later_cell(paragraph: _Element) -> bool:
    cell = paragraph.getparent()
    if cell is None or cell.tag != f"{W}tc" or cell.find(f"{W}p") is not paragraph:
        return False
    return any(True for _ in cell.itersiblings(f"{W}tc", preceding=True))


def _mask(runs: list[Run], marks: Sequence[Hidden]) -> None:
    """Put each mask into the first run that its place covers and cut the rest out of the others."""
    given = set[int]()
    for run in runs:
        text = run.element.text or ""
        end = run.start + len(text)
        covering = [m for m in marks if m.start < end and m.end > run.start]
        first = [m.start for m in covering if m.start not in given]
        given.update(first)
        for mark in reversed(covering):
            shown = mark.masked if mark.start in first else ""
            text = text[: max(0, mark.start - run.start)] + shown + text[mark.end - run.start :]
        run.element.text = text
        run.element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
