"""A normative document made ready for review: its words, what it only quotes, its clauses and sentences."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from fazhi.chapters.decisions.review import clause as division
from fazhi.chapters.decisions.review import quotation
from fazhi.chapters.decisions.review.clause import Clause
from fazhi.outline import heading
from fazhi.outline.heading import Heading
from fazhi.outline.numbering import Level
from fazhi.outline.reading import Span
from fazhi.outline.section import Section

STOP = re.compile(r"[。；;！？!?\n]")
COMMA = re.compile(r"[，,：:。；;！？\n]")
OWN = (
    "(?:(?:暂行|实施|试行)?办法|规定|(?:实施)?细则|规则|通知|通告|公告|意见|决定|方案|规范|制度|措施"
    "|指南|指引|标准|文件|政策|条例|规程)"
)
KIND = re.compile(
    r"办法|规定|细则|规则|通知|通告|公告|意见|决定|规范|制度|措施|指南|指引|标准|政策|条例|规程|方案"
)
AMENDING = re.compile(r"修改|修订|修正|废止|失效|延长|清理")


@dataclass(frozen=True)
class Document:
    """``plain`` is ``text`` with quoted words blanked; both have the same positions."""

    text: str
    plain: str
    heading: Heading
    clauses: tuple[Clause, ...]
    sections: tuple[Section, ...] = field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [clause.span[0] for clause in self.clauses]

    def clause(self, place: int) -> Clause:
        """The clause a position lies in."""
        return self.clauses[max(0, bisect_right(self._starts, place) - 1)]

    @cached_property
    def _stops(self) -> list[int]:
        return [m.start() for m in STOP.finditer(self.plain)]

    @cached_property
    def _by_article(self) -> dict[Section, list[Clause]]:
        found: dict[Section, list[Clause]] = {}
        for clause in self.clauses:
            if article := clause.article:
                found.setdefault(article, []).append(clause)
        return found

    @property
    def title(self) -> str:
        return self.heading.title

    @cached_property
    def whole(self) -> bool:
        """Whether this is a document with its title, and not a passage, an amendment or a repeal."""
        named = KIND.search(self.title) is not None and not AMENDING.search(self.title)
        return named and bool(self.sections)

    @cached_property
    def articles(self) -> list[list[Section]]:
        """The articles, a list for each text that counts from 第一条; 一、二、 where there are none."""
        level = Level.ARTICLE if any(s.level == Level.ARTICLE for s in self.sections) else Level.CHINESE
        runs: list[list[Section]] = []
        for each in (s for s in self.sections if s.level == level):
            if not runs or each.number.value == 1:
                runs.append([])
            runs[-1].append(each)
        return runs

    def count(self) -> int:
        """The articles; where a document has none, its numbered passages."""
        if any(s.level == Level.ARTICLE for s in self.sections):
            return sum(map(len, self.articles))
        return sum(s.level >= Level.CHINESE for s in self.sections)

    def sentence(self, span: Span) -> Span:
        """The sentence around a span, within its clause."""
        begin, end = self.clause(span[0]).span
        before = bisect_left(self._stops, span[0])
        after = bisect_left(self._stops, span[1])
        first = self._stops[before - 1] + 1 if before else 0
        last = self._stops[after] if after < len(self._stops) else len(self.plain)
        return max(begin, first), max(span[1], min(end, last))

    def within(self, article: Section) -> list[Clause]:
        """The clauses of an article."""
        return self._by_article.get(article, [])

    def segment(self, span: Span) -> str:
        """What stands between the last comma and a span: where a negation of it would be."""
        begin = max(self.clause(span[0]).span[0], span[0] - 60)
        before = [m.end() for m in COMMA.finditer(self.plain, begin, span[0])]
        return self.plain[before[-1] if before else begin : span[0]]


def prepare(text: str) -> Document:
    """Divide a text; it has at least one clause, however little it says."""
    found = tuple(division.sections(text))
    clauses = tuple(division.divide(text, found)) or (Clause(division.PREAMBLE, (0, len(text))),)
    head = heading.read(text, found[0].start if found else len(text))
    return Document(text, quotation.plain(text), head, clauses, found)
