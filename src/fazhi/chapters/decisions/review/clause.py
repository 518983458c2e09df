"""The clauses of a normative document as a reviewer cites them: 第三条第二款第（一）项, 二、（一）1."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from fazhi import numeral
from fazhi.outline import numbering, section
from fazhi.outline.heading import SIGNED
from fazhi.outline.numbering import Level, Number
from fazhi.outline.reading import Span
from fazhi.outline.section import Section

LINE = re.compile(r"[^\n]+")
CITED = re.compile(r"[的所第、和至及或]|规定")
"""What follows the number of an article that a broken line happens to begin with."""
TAIL = re.compile(r"\s*(?:附\s*件|附\s*表|附\s*录|（?此件)")
PREAMBLE, APPENDIX, SIGNATURE = "引言", "附件", "落款"
TAILS = (APPENDIX, SIGNATURE)
WRITTEN = {
    Level.CHINESE: "{}、",
    Level.CHINESE_BRACKET: "（{}）",
    Level.ARABIC: "{}.",
    Level.ARABIC_BRACKET: "（{}）",
}
NAMED = {Level.PART: "编", Level.CHAPTER: "章", Level.SECTION: "节", Level.ARTICLE: "条"}


@dataclass(frozen=True, eq=False)
class Clause:
    """A line of the document under its number.

    ``paragraph`` counts the 款 of an article from one; ``lead`` is the line that introduces the list the
    clause is an item of (不得有下列行为：), ``None`` outside lists.
    """

    label: str
    span: Span
    section: Section | None = None
    paragraph: int = 0
    lead: "Clause | None" = None

    @property
    def article(self) -> Section | None:
        """The article the clause belongs to."""
        return owner(self.section) if self.section else None

    @property
    def item(self) -> bool:
        """Whether the clause is an item of a list within an article."""
        return self.section is not None and self.section.level > Level.ARTICLE and self.paragraph == 0


def owner(within: Section) -> Section | None:
    """The article a section is or lies in."""
    return next((s for s in (within, *within.ancestors()) if s.level == Level.ARTICLE), None)


def sections(text: str) -> list[Section]:
    """The numbered passages; a line that begins with a reference (第十条规定的) is none."""
    numbers = [number for number in numbering.find(text) if not _cited(text, number)]
    return section.tree(numbers, len(text))


def _cited(text: str, number: Number) -> bool:
    spaced = text[number.end - 1].isspace() or number.level != Level.ARTICLE
    return not spaced and CITED.match(text, number.end) is not None


def divide(text: str, found: Sequence[Section]) -> list[Clause]:
    """The clauses in the order of the text, what stands before the first number being 引言.

    >>> text = "第一条 甲。\\n乙：\\n（一）丙；\\n（二）丁。\\n戊。\\n第二条 己。"
    >>> [c.label for c in divide(text, sections(text))][1:5]
    ['第一条第二款', '第一条第二款第（一）项', '第一条第二款第（二）项', '第一条第三款']
    """
    begin = found[0].start if found else len(text)
    return [*_unnumbered(text, begin), *_Division(text, found).clauses()]


def _unnumbered(text: str, end: int) -> Iterator[Clause]:
    for span in _lines(text, 0, end):
        yield Clause(PREAMBLE, span)


def _lines(text: str, begin: int, end: int) -> Iterator[Span]:
    """The lines that say something."""
    return (line.span() for line in LINE.finditer(text, begin, end) if line[0].strip())


class _Division:
    """The walk over the sections that counts the 款 of each article and remembers what introduces a list."""

    def __init__(self, text: str, found: Sequence[Section]) -> None:
        self.text, self.found = text, found
        signed = (islice(_lines(text, s.start(), len(text)), 1) for s in SIGNED.finditer(text))
        self.signed = {start for lines in signed for start, _ in lines}
        self.lines = {s: list(_lines(text, s.start, s.own_end)) for s in found}
        self.own = {s: self._own(lines) for s, lines in self.lines.items()}
        self.several = {owner(s) for s in found if self.own[s] > 1}
        self.paragraphs: dict[Section, int] = {}
        self.leads: dict[Section, Clause] = {}

    def clauses(self) -> Iterator[Clause]:
        for each in self.found:
            own, lines = self.own[each], self.lines[each]
            for index, span in enumerate(lines[:own]):
                yield self._clause(each, index, span)
            for span in lines[own:]:
                yield Clause(self._tail(lines[own]), span, each)

    def _own(self, lines: list[Span]) -> int:
        """How many lines belong to a section before a signature or an appendix begins."""
        return next((n for n, span in enumerate(lines) if n and self._tail(span)), len(lines))

    def _tail(self, span: Span) -> str:
        if span[0] in self.signed:
            return SIGNATURE
        return APPENDIX if TAIL.match(self.text, *span) else ""

    def _clause(self, within: Section, index: int, span: Span) -> Clause:
        article = owner(within)
        if article is None:
            clause = Clause(label(within), span, within, 0, self._lead(within))
        elif within is not article and index == 0:
            clause = Clause(self._item(within, article), span, within, 0, self._lead(within))
        else:
            number = self.paragraphs[article] = self.paragraphs.get(article, 0) + 1
            clause = Clause(self._paragraph(article, number), span, within, number)
            self.leads[article] = clause
        if index == 0 or within is article or article is None:
            self.leads[within] = clause
        return clause

    def _lead(self, within: Section) -> Clause | None:
        return self.leads.get(within.parent) if within.parent else None

    def _paragraph(self, article: Section, number: int) -> str:
        several = article in self.several
        return label(article) + (f"第{numeral.write(min(number, 9999))}款" if several else "")

    def _item(self, within: Section, article: Section) -> str:
        path = [within, *within.ancestors()]
        items = path[: path.index(article)]
        base = self._paragraph(article, self.paragraphs.get(article, 1))
        first, *points = [WRITTEN.get(s.level, "{}").format(s.number.written) for s in reversed(items)]
        return base + f"第{first}项" + "".join(points)


def label(within: Section) -> str:
    """The number of a section as it is cited, with what it lies in below the chapters."""
    path = [s for s in reversed([within, *within.ancestors()]) if s.level > Level.SECTION] or [within]
    if article := owner(within):
        path = path[path.index(article) :]
    return "".join(_written(s) for s in path)


def _written(within: Section) -> str:
    if word := NAMED.get(within.level):
        return f"第{numeral.write(within.number.value)}{word}"
    return WRITTEN.get(within.level, "{}").format(within.number.written)
