"""A citation on a page: it leads to the article where the library has it, and reads well where it has not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import count

from django.urls import reverse
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.law.citation import Citation, parse, parts
from fazhi.law.place import ArticleNumber, Place
from fazhi.law.rule import Basis
from fazhi.law.statute import Edition, Statute
from fazhi.law.title import key
from fazhi.statutes.library import Stamp
from fazhi.statutes.lookup import Found, look_up

INLINE = re.compile(
    r"(《[^《》]+》(?:（[^（）]+）)?第[零一二三四五六七八九十百千]+条[第款项条零一二三四五六七八九十百千]*)"
)
"""A citation within a sentence."""
LONGEST = 400
"""Characters of an article shown beside a citation; the rest is a step away."""
MOST = 5_000
"""Citations kept with their words: some megabytes."""
_numbers = count(1)


@dataclass(frozen=True)
class Cited:
    """One citation as it is shown; ``url`` and ``text`` are empty where the library has no such text."""

    words: str
    url: str = ""
    text: str = ""
    edition: str = ""
    id: str = ""


def citations(basis: Basis | str, day: date | None, library: Stamp) -> Iterator[Cited]:
    """Every citation in a basis as it read on a day, by default today; a ``Basis`` names its edition."""
    for text in parts(str(basis)):
        yield _cited(text, basis.edition if isinstance(basis, Basis) else "", day, library)


def pieces(sentence: str, day: date | None, library: Stamp) -> Iterator[str | Cited]:
    """A sentence with the citations in it, each as it read on a day unless it marks its edition."""
    for n, piece in enumerate(INLINE.split(sentence)):
        if n % 2:
            yield _cited(piece, "", day, library)
        elif piece:
            yield piece


def _cited(text: str, edition: str, day: date | None, library: Stamp) -> Cited:
    """The citation as it is shown in one more place of the page."""
    found = _read(text, edition, day or timezone.localdate(), library)
    return replace(found, id=f"cite-{next(_numbers)}") if found.url else found


@lru_cache(maxsize=MOST)
def _read(text: str, edition: str, day: date, _library: Stamp) -> Cited:
    """Pages repeat their citations, and each other's; an import makes all to be read anew."""
    try:
        citation = parse(text)
    except Fault:
        return Cited(text)
    words = str(citation) if citation.places else text
    try:
        found = _look_up(citation, edition, day)
    except Fault:
        return Cited(words)
    return _shown(words, found) if found.text else Cited(words)


def _look_up(citation: Citation, edition: str, day: date) -> Found:
    if edition and not citation.edition:
        return look_up(replace(citation, edition=edition))[0]
    return look_up(citation, None if citation.edition else day)[0]


def _shown(words: str, found: Found) -> Cited:
    resolved, text = found.resolved, found.text or ""
    assert resolved.place
    cut = text[:LONGEST] + ("……" if len(text) > LONGEST else "")
    url = address(resolved.statute, resolved.edition, resolved.place)
    edition = f"{resolved.edition.id} 版本" + ("，施行日期未注明" if resolved.doubt else "")
    return Cited(words, url, cut, edition)


def address(statute: Statute, edition: Edition, place: Place) -> str:
    """The page on which an article is read, at the article."""
    page = reverse("web:statute", args=[key(statute.title)])
    number = anchor(place.article)
    return f"{page}?edition={edition.id}&article={number}#a{number}"


def anchor(number: ArticleNumber) -> str:
    """An article's name in addresses.

    >>> anchor(ArticleNumber(88)), anchor(ArticleNumber(10, 1))
    ('88', '10-1')
    """
    return f"{number.number}-{number.inserted}" if number.inserted else str(number.number)
