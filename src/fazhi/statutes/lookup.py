"""An article as it read on a day: the citation resolved, its words where the library has them."""

from dataclasses import dataclass
from datetime import date

from fazhi.law.article import Article as ArticleText
from fazhi.law.citation import Citation
from fazhi.law.resolution import Resolved, resolve
from fazhi.law.title import key
from fazhi.statutes import library
from fazhi.statutes.models import Article


@dataclass(frozen=True)
class Found:
    """A resolved place with its article; ``article`` is ``None`` where no text was imported."""

    resolved: Resolved
    article: ArticleText | None

    @property
    def text(self) -> str | None:
        """The words of the place itself: article, paragraph, item or point."""
        place = self.resolved.place
        return self.article.part(place) if self.article and place else None

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
            "citation": str(self.resolved.citation),
            "text": self.text,
        }


def look_up(citation: Citation, day: date | None = None) -> tuple[Found, ...]:
    """Every place of a citation in the edition in force on ``day`` (or in the one it marks).

    Raises ``Fault`` citation.E002 … E008 where it does not resolve, E005 and E006 where the imported text
    has no such article, paragraph or item.
    """
    found = tuple(Found(place, _article(place)) for place in resolve(citation, library, day))
    for each in found:
        each.text  # noqa: B018 - refuses a paragraph that the article does not have
    return found


def _article(resolved: Resolved) -> ArticleText | None:
    place, edition = resolved.place, resolved.edition
    if not place or not edition.promulgated:
        return None
    rows = Article.objects.filter(
        edition__statute__key=key(resolved.statute.title),
        edition__promulgated=edition.promulgated,
        number=place.article.number,
        inserted=place.article.inserted,
    )
    held = rows.order_by().values_list("text", "headings")
    return next((ArticleText(place.article, text, tuple(path.splitlines())) for text, path in held), None)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
