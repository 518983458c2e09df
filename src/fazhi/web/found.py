"""Hits as pages show them: by kind, the words asked for marked where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_noop as _

from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.search.finding import Question, plain, search
from fazhi.search.source import Source, sources
from fazhi.statutes.library import stamp
from fazhi.statutes.search import Hit, excerpt
from fazhi.statutes.search import search as search_articles
from fazhi.web import citing
from fazhi.web.highlight import Mark, Segment, segments
from fazhi.web.templatetags.law import article_url

BEST = 5
CITED = _("所引条文")
WEIGHED = 60
"""Matches of each kind that the overview weighs against each other."""


@dataclass(frozen=True)
class Line:
    """One hit: its title and some of its text, cut at the marks."""

    url: str
    title: tuple[Segment, ...]
    text: tuple[Segment, ...]
    day: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Band:
    """The best hits of one kind, and the address of all of them; ``more`` is whether there are others."""

    title: str
    icon: str
    lines: list[Line]
    url: str
    more: bool


def kinds(actor: Actor) -> list[Source]:
    """The kinds of which the reader may find anything at all."""
    return [source for source in sources().values() if source.circles(actor) != frozenset()]


def bands(actor: Actor, asked: Question, today: date) -> list[Band]:
    """What was found of each kind."""
    found = [_band(actor, asked, source) for source in kinds(actor)]
    law = [] if asked.organ or asked.year else [_cited(asked, today), _articles(asked, today)]
    return [band for band in (*law[:1], *found, *law[1:]) if band.lines]


def _cited(asked: Question, today: date) -> Band:
    """The article itself, where the question is a citation and the library has its words."""
    cited = citing.citations(asked.text, today, stamp())
    shown = [Line(one.url, segments(one.words, []), segments(one.text, [])) for one in cited if one.url]
    return Band(CITED, "law", shown, "", more=False)


def _band(actor: Actor, asked: Question, source: Source) -> Band:
    shown = lines(actor, asked, source.kind, WEIGHED)
    chosen = {"q": asked.text, "kind": source.kind, "organ": asked.organ, "year": asked.year}
    url = f"?{urlencode({name: value for name, value in chosen.items() if value})}"
    return Band(source.title, source.icon, shown[:BEST], url, len(shown) > BEST)


def lines(actor: Actor, asked: Question, kind: str, limit: int = 200) -> list[Line]:
    """The hits of one kind."""
    words = asked.words()
    return [
        Line(
            hit.url, marked(hit.record.title, words), _said(hit.record.text, words), hit.record.day
        )
        for hit in search(actor, asked, kind, limit)
    ]  # fmt: skip


def _articles(asked: Question, today: date) -> Band:
    """The articles of the law that have the words, out of their own index."""
    url = f"{reverse('web:statutes')}?{urlencode({'q': asked.text})}"
    try:
        hits = search_articles(asked.text, today, BEST + 1)
    except Fault:
        hits = []
    words = asked.words()
    shown = [_article(hit, words) for hit in hits]
    return Band("条文", "law", shown[:BEST], url, len(shown) > BEST)


def _article(hit: Hit, words: Sequence[str]) -> Line:
    statute, number = hit.article.edition.statute, hit.article.read().number
    return Line(
        article_url(statute, hit.edition.id, number),
        marked(f"《{statute.title}》{number}", words),
        marked(hit.excerpt, words),
        note="" if hit.current else "非现行版本",
    )


def _said(text: str, words: Sequence[str]) -> tuple[Segment, ...]:
    """Where the text says one of the words; nothing where it is the title that does."""
    here = [word for word in words if word in plain(text)]
    return marked(excerpt(text, here), words) if here else ()


def marked(text: str, words: Sequence[str]) -> tuple[Segment, ...]:
    """A text with every place of the words marked, whatever their case.

    >>> [(s.text, bool(s.kinds)) for s in marked("查封ABC", ["abc"])]
    [('查封', False), ('ABC', True)]
    """
    return segments(text, list(_marks(text.lower(), words)))


def _marks(text: str, words: Sequence[str]) -> Iterator[Mark]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield Mark((at, at + len(word)), "quantity")
            at = text.find(word, at + len(word))
