"""Many citations resolved on one day with one query a statute, however often each is cited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fazhi.fault import Fault
from fazhi.law.citation import Citation, parse
from fazhi.law.place import ArticleNumber
from fazhi.law.resolution import Resolved, resolve
from fazhi.law.statute import Statute
from fazhi.law.title import key
from fazhi.statutes.lookup import Shelf

Outcome = tuple[Resolved, ...] | Fault


@dataclass(frozen=True)
class Loaded:
    """A statute with the cited articles of its imported editions, read once; or why it is not known."""

    shelf: Shelf
    found: Statute | Fault

    def find(self, _name: str) -> Statute:
        if isinstance(self.found, Fault):
            raise self.found
        return self.found


class Citations:
    """The meaning of citations on a day: ``of`` gives the places, or the ``Fault`` that says why not.

    ``texts`` are all that will be asked for; the first question reads everything needed.
    """

    def __init__(self, texts: Iterable[str], day: date) -> None:
        self._texts = tuple(dict.fromkeys(texts))
        self.day = day

    def of(self, text: str) -> Outcome:
        """What one of the texts means."""
        return self._outcomes[text]

    @cached_property
    def _outcomes(self) -> dict[str, Outcome]:
        read = {text: _parsed(text) for text in self._texts}
        statutes = _loaded(citation for citation in read.values() if isinstance(citation, Citation))
        return {
            text: citation if isinstance(citation, Fault) else self._resolved(citation, statutes)
            for text, citation in read.items()
        }

    def _resolved(self, citation: Citation, statutes: Mapping[str, Loaded]) -> Outcome:
        loaded = statutes[key(citation.statute)]
        try:
            places = resolve(citation, loaded, self.day)
            for place in places:
                article = loaded.shelf.article(place)
                if article and place.place:
                    article.part(place.place)
        except Fault as fault:
            return fault
        return places


def _parsed(text: str) -> Citation | Fault:
    try:
        return parse(text)
    except Fault as fault:
        return fault


def _loaded(citations: Iterable[Citation]) -> dict[str, Loaded]:
    wanted: dict[str, tuple[str, set[ArticleNumber]]] = {}
    for citation in citations:
        _, articles = wanted.setdefault(key(citation.statute), (citation.statute, set()))
        articles |= {place.article for place in citation.places}
    return {name: _load(statute, articles) for name, (statute, articles) in wanted.items()}


def _load(statute: str, articles: set[ArticleNumber]) -> Loaded:
    shelf = Shelf(articles)
    try:
        return Loaded(shelf, shelf.find(statute))
    except Fault as fault:
        return Loaded(shelf, fault)
