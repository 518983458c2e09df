"""What a citation points at on a day: the edition then in force, and the article in it."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from fazhi.fault import Fault
from fazhi.law.citation import Citation
from fazhi.law.place import Place
from fazhi.law.statute import Edition, Statute


class Finder(Protocol):
    """Whatever knows statutes by name: the packs' catalogue, or the library that adds imported texts."""

    def find(self, name: str) -> Statute: ...


@dataclass(frozen=True)
class Resolved:
    """One place in one edition; ``place`` is ``None`` where the whole statute is cited."""

    statute: Statute
    edition: Edition
    place: Place | None = None
    doubt: Fault | None = None
    """Why it is not certain that the edition was in force on the day: citation.E009."""

    @property
    def citation(self) -> Citation:
        return Citation(self.statute.title, (self.place,) if self.place else ())


def resolve(citation: Citation, catalogue: Finder, day: date | None = None) -> tuple[Resolved, ...]:
    """The places of a citation in the edition in force on ``day``, or in the edition it marks.

    Without a day a mark alone decides; without either there is nothing to decide by (``ValueError``).
    Raises ``Fault``: citation.E002 unknown, E003 not yet in force, E004 no longer, E005 no such article,
    E007 no such edition, E008 the edition of that day is not known. Where the edition's first day in force is
    not stated, the answer carries that ``doubt`` (E009) and is none to rely on.
    """
    statute = catalogue.find(citation.statute)
    edition = _edition(citation, statute, day)
    for place in citation.places:
        check(place, statute, edition)
    doubt = statute.doubt(edition, day)
    return tuple(Resolved(statute, edition, place, doubt) for place in citation.places or (None,))


def _edition(citation: Citation, statute: Statute, day: date | None) -> Edition:
    if citation.edition:
        return statute.marked(citation.edition, day)
    if day is None:
        raise ValueError("a day or an edition is needed")
    return statute.on(day)


def check(place: Place, statute: Statute, edition: Edition) -> None:
    """``Fault`` citation.E005 for an article beyond the last, where the number of articles is known."""
    if edition.articles is not None and place.article.number > edition.articles:
        raise no_such_article(Resolved(statute, edition, place))


def no_such_article(cited: Resolved) -> Fault:
    """The refusal citation.E005: the edition has not the article."""
    title, edition = cited.statute.title, cited.edition
    article = cited.place.article if cited.place else ""
    return Fault(
        "citation.E005",
        f"《{title}》（{edition.id}）没有{article}，全文共{edition.articles}条",
        "请核对所引条文的编号和版本",
    )
