"""Leafing through the library: statutes, an edition with its headings, two editions side by side."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, QuerySet

from fazhi.fault import Fault
from fazhi.law.article import Article as ArticleText
from fazhi.law.comparison import Change, compare
from fazhi.law.statute import Edition as EditionRecord
from fazhi.law.statute import Statute as Record
from fazhi.law.title import key
from fazhi.statutes import library
from fazhi.statutes.models import Edition, Statute


@dataclass(frozen=True)
class Section:
    """Articles under one heading path, in order."""

    headings: tuple[str, ...]
    articles: tuple[ArticleText, ...]


@dataclass(frozen=True)
class Reading:
    """An edition to be read: the row, the days it is in force, its sections."""

    edition: Edition
    record: EditionRecord
    sections: tuple[Section, ...]


def statutes(name: str = "") -> QuerySet[Statute]:
    """Statutes whose title contains a name, with the number of editions and the newest one's day."""
    rows = Statute.objects.annotate(edition_count=Count("editions"), newest=Max("editions__promulgated"))
    return (rows.filter(key__contains=key(name)) if name else rows).order_by("key")


def edition_of(statute: Statute, day: date) -> Edition | None:
    """The imported edition in force on a day; ``Fault`` citation.E003, E004 or E008 where there is none."""
    record = library.find(statute.title).on(day)
    held = (
        statute.editions.filter(promulgated=record.promulgated)
        if record.promulgated
        else Edition.objects.none()
    )
    return held.first()


def doubt(edition: Edition, day: date) -> Fault | None:
    """Why nobody can say that an edition had begun by a day, if nobody can: ``Statute.doubt``."""
    statute = library.find(edition.statute.title)
    return statute.doubt(_record(statute, edition), day)


def read(edition: Edition) -> Reading:
    """A whole edition, its articles under their headings."""
    record = _record(library.find(edition.statute.title), edition)
    return Reading(edition, record, _sections(articles(edition)))


def _record(statute: Record, edition: Edition) -> EditionRecord:
    return next(e for e in statute.editions if e.promulgated == edition.promulgated)


def articles(edition: Edition) -> list[ArticleText]:
    """The articles of an edition in order."""
    return [row.read() for row in edition.articles.order_by("number", "inserted")]


def changes(old: Edition, new: Edition) -> tuple[Change, ...]:
    """Two editions article by article: kept, amended, renumbered, added, removed."""
    return compare(articles(old), articles(new))


def _sections(rows: list[ArticleText]) -> tuple[Section, ...]:
    sections: list[Section] = []
    for article in rows:
        if sections and sections[-1].headings == article.headings:
            sections[-1] = Section(article.headings, (*sections[-1].articles, article))
        else:
            sections.append(Section(article.headings, (article,)))
    return tuple(sections)
