"""References of a document to its own clauses, and the count of its numbers."""

import re
from collections.abc import Iterator
from itertools import pairwise

from fazhi import numeral
from fazhi.chapters.decisions.review import phrase
from fazhi.chapters.decisions.review.clause import Clause
from fazhi.chapters.decisions.review.document import AMENDING, OWN, Document
from fazhi.chapters.decisions.review.finding import Finding, Rule, Severity
from fazhi.chapters.decisions.review.rules.citation import LEGALITY, PLACES
from fazhi.law import place
from fazhi.law.place import Place
from fazhi.law.title import tidy
from fazhi.outline.numbering import Level
from fazhi.outline.reading import Span
from fazhi.outline.section import Section, children

OWN_CLAUSE = Rule(
    "review.R55",
    "引用本文件不存在的条款",
    Severity.MUST_FIX,
    LEGALITY,
    "本文件没有所引的条款",
    "改引正确的条款",
)
NUMBERING = Rule(
    "review.R56", "条款编号不连续", Severity.CHECK, LEGALITY, "编号有缺漏或者重复", "重新编号并核对文中的引用"
)
REFERENCE = re.compile(
    rf"本{OWN}(?:的)?(?P<own>{PLACES})|(?:违反|依照|按照|符合|有)(?P<bare>{PLACES})(?=的?规定|所列|所述"
    rf"|规定|处理|办理|执行|处罚)"
)
BEFORE = re.compile(r"前(?P<what>款|条)(?:规定|所列|所述|第)")
ITEM = Level.CHINESE_BRACKET
COUNTED = {Level.CHAPTER, Level.SECTION, Level.CHINESE, Level.ARTICLE, Level.CHINESE_BRACKET, Level.ARABIC}


def find(document: Document) -> Iterator[Finding]:
    """Broken references and numbers; an amendment speaks of another document's clauses."""
    if AMENDING.search(document.title):
        return
    yield from _references(document)
    yield from _backward(document)
    yield from _gaps(document)


def _references(document: Document) -> Iterator[Finding]:
    if not document.articles:
        return
    for found in REFERENCE.finditer(document.plain):
        group = "own" if found["own"] else "bare"
        missing = [p for p in _places(found[group]) if not _exists(document, found.start(), p)]
        if missing:
            rule = OWN_CLAUSE.milder(f"本文件没有{missing[0]}", OWN_CLAUSE.severity)
            yield phrase.finding(
                document, rule, (found.start() if group == "own" else found.start(group), found.end(group))
            )


def _places(text: str) -> tuple[Place, ...]:
    try:
        return place.read(tidy(text))
    except ValueError:
        return ()


def _exists(document: Document, at: int, cited: Place) -> bool:
    """Whether the text around a position, or any where it has no articles itself, has a place."""
    runs = document.articles
    around = [run for run in runs if run[0].start <= at < run[-1].end]
    return any(_has(document, run, cited) for run in around or runs)


def _has(document: Document, run: list[Section], cited: Place) -> bool:
    meant = [s for s in run if s.number.value == cited.article.number]
    if not meant or cited.article.inserted:
        return bool(meant) or bool(cited.article.inserted)
    own = document.within(meant[0])
    if (cited.paragraph or 0) > _paragraphs(document, own):
        return not own
    items = [c.section.number.value for c in own if c.item and c.section and c.section.level == ITEM]
    return not cited.item or not items or cited.item in items


def _paragraphs(document: Document, own: list[Clause]) -> int:
    """The 款 of an article; where the file lost their line breaks, its sentences may be such."""
    paragraphs = [c for c in own if c.paragraph]
    if len(paragraphs) != 1:
        return max(len(paragraphs), 1)
    return document.plain.count("。", *paragraphs[0].span)


def _backward(document: Document) -> Iterator[Finding]:
    for found in BEFORE.finditer(document.plain):
        clause = document.clause(found.start())
        article = clause.article
        if article is None or "。" in document.plain[clause.span[0] : found.start()]:
            continue
        first = article.number.value == 1 if found["what"] == "条" else clause.paragraph == 1
        if first:
            rule = OWN_CLAUSE.milder(f"{clause.label}之前没有“前{found['what']}”", Severity.CHECK)
            yield phrase.finding(document, rule, found.span())


def _gaps(document: Document) -> Iterator[Finding]:
    runs = document.articles if _has_articles(document) else []
    for run in [*runs, *_lists(document)]:
        for last, following in pairwise(run):
            if following.number.value not in (last.number.value + 1, 1) and not _within(document, last):
                yield phrase.finding(document, _gap(last, following), _number(following))


def _within(document: Document, last: Section) -> bool:
    """Whether the next number stands inside a line, where it does not divide the document."""
    value = last.number.value + 1
    written = rf"[（(第]?(?:{value}|{numeral.write(min(value, 9999))})[）)、.．条章节]"
    return re.search(written, document.text[last.number.end : last.end]) is not None


def _has_articles(document: Document) -> bool:
    return any(s.level == Level.ARTICLE for s in document.sections)


def _lists(document: Document) -> Iterator[list[Section]]:
    """Numbers of one kind that directly lie in the same passage."""
    for below in children(document.sections).values():
        for level in COUNTED - {Level.ARTICLE}:
            if run := [s for s in below if s.level == level]:
                yield run


def _gap(last: Section, following: Section) -> Rule:
    expected = numeral.write(min(last.number.value + 1, 9999))
    return NUMBERING.milder(f"“{last.number.written}”之后应为“{expected}”，实为“{following.number.written}”")


def _number(section: Section) -> Span:
    return section.start, section.number.end
