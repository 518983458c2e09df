"""Word's field codes: page numbers stay fields, every other field becomes the words it shows.

A code may hold an address, a file's path or a question to the reader that nobody sees on the page.
"""

from dataclasses import dataclass, field

from lxml.etree import _Element

from fazhi.documents.publication.element import unwrap

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COUNTING = ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES")
"""Codes that tell nothing but a number."""
SIMPLE, CHARACTER, CODE = f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"


@dataclass
class _Open:
    """A field whose end has not come yet."""

    marks: list[_Element]
    code: list[_Element] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        return _counts("".join(piece.text or "" for piece in self.code))


def settle(tree: _Element) -> None:
    """Remove the codes of every field that does not count pages; what it shows stays."""
    for element in list(tree.iter(SIMPLE)):
        if not _counts(element.get(f"{W}instr", "")):
            unwrap(element)
    for mark in _others(tree):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)


def _others(tree: _Element) -> list[_Element]:
    """Marks and codes of complex fields that do not count pages, and of those that never end."""
    open_ones: list[_Open] = []
    found: list[_Element] = []
    for element in tree.iter(CHARACTER, CODE):
        if element.tag == CODE:
            (open_ones[-1].code if open_ones else found).append(element)
        elif element.get(f"{W}fldCharType") == "begin":
            open_ones.append(_Open([element]))
        elif not open_ones:
            found.append(element)
        else:
            open_ones[-1].marks.append(element)
            if element.get(f"{W}fldCharType") == "end":
                found += _told(open_ones.pop(), ended=True)
    return found + [mark for one in open_ones for mark in _told(one, ended=False)]


def _told(one: _Open, *, ended: bool) -> list[_Element]:
    return [] if ended and one.counts else [*one.marks, *one.code]


def _counts(code: str) -> bool:
    """Whether a code says nothing but which number to show.

    >>> _counts(" PAGE \\\\* MERGEFORMAT "), _counts('HYPERLINK "mailto:zhang"'), _counts("PAGE 张志祥")
    (True, False, False)
    """
    words = code.split()
    plain = all(word.startswith("\\") or word in ("MERGEFORMAT", "Arabic") for word in words[1:])
    return bool(words) and words[0].upper() in COUNTING and plain
