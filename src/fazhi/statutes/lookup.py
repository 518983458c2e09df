"""An article as it read on a day: the citation resolved, its words where the library has them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from fazhi.law.article import Article as ArticleText
from fazhi.law.citation import Citation
from fazhi.law.place import ArticleNumber
from fazhi.law.resolution import Resolved, no_such_article, resolve
from fazhi.law.statute import Statute
from fazhi.statutes import library

QUERY = (
    "SELECT s.title, s.enacted, e.promulgated, e.in_force_from, e.article_count, e.document,"
    " a.number, a.inserted, a.text, a.headings"
    " FROM statutes_statute s JOIN statutes_edition e ON e.statute_id = s.id"
    " LEFT JOIN statutes_article a ON a.edition_id = e.id AND a.number IN ({})"
    " WHERE s.key = %s"
)
"""``library.FIELDS`` of every edition with the articles wanted; the ORM takes ten times as long."""


@dataclass(frozen=True)
class Found:
    """A resolved place with its article and its own words; both are ``None`` where no text was imported."""

    resolved: Resolved
    article: ArticleText | None
    text: str | None
    """The words of the place itself: article, paragraph, item or point."""

    def as_dict(self) -> dict[str, object]:
        """The answer for a machine: counts from one, ISO days, ``None`` for what is not known."""
        statute, edition, place = self.resolved.statute, self.resolved.edition, self.resolved.place
        return {
            "statute": statute.title,
            "edition": edition.id,
            "article": place.article.number if place else None,
            "inserted": place.article.inserted if place else None,
            "paragraph": place.paragraph if place else None,
            "item": place.item if place else None,
            "point": place.point if place else None,
            "in_force_from": _iso(edition.in_force_from),
            "in_force_to": _iso(edition.in_force_to),
            "in_force_by": _iso(edition.in_force_by),
            "doubt": self.resolved.doubt.as_dict() if self.resolved.doubt else None,
            "citation": str(self.resolved.citation),
            "text": self.text,
        }


def look_up(citation: Citation, day: date | None = None) -> tuple[Found, ...]:
    """Every place of a citation in the edition in force on ``day`` (or in the one it marks).

    ``resolved.doubt`` is set where nobody can say that the edition was in force that day (citation.E009).
    Raises ``Fault`` citation.E002 … E008 where it does not resolve, E005 and E006 where the imported text
    has no such article, paragraph or item.
    """
    shelf = Shelf({place.article for place in citation.places})
    return tuple(_found(each, shelf.article(each)) for each in resolve(citation, shelf, day))


def _found(resolved: Resolved, article: ArticleText | None) -> Found:
    text = article.part(resolved.place) if article and resolved.place else None
    return Found(resolved, article, text)


class Shelf:
    """Statutes as packs and library know them, and with the same one query the articles that are wanted."""

    def __init__(self, wanted: Collection[ArticleNumber]) -> None:
        self._wanted = wanted
        self._articles: dict[str, dict[ArticleNumber, ArticleText]] = {}
        """By edition; one that is missing here was not imported."""

    def find(self, name: str) -> Statute:
        """The statute of a name; ``Fault`` citation.E002 where neither packs nor library know it."""
        return library.find(name, self._query)

    def article(self, resolved: Resolved) -> ArticleText | None:
        """The article cited, where its edition was imported; ``Fault`` citation.E005 where that lacks it."""
        held = self._articles.get(resolved.edition.id)
        if held is None or resolved.place is None:
            return None
        if article := held.get(resolved.place.article):
            return article
        raise no_such_article(resolved)

    def _query(self, key: str) -> Iterator[tuple[Any, ...]]:
        numbers = [0, *(wanted.number for wanted in self._wanted)]
        with connection.cursor() as cursor:
            cursor.execute(QUERY.format(", ".join(["%s"] * len(numbers))), [*numbers, key])
            rows = cursor.fetchall()
        for *row, article, inserted, text, headings in rows:
            articles = self._articles.setdefault(row[2].isoformat(), {})
            if article:
                number = ArticleNumber(article, inserted)
                articles[number] = ArticleText(number, text, tuple(headings.splitlines()))
            yield tuple(row)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
