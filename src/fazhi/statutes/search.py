"""Find articles by their words, those in force first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fazhi import bigram
from fazhi.fault import Fault
from fazhi.law.statute import Edition as EditionRecord
from fazhi.statutes import fulltext, library
from fazhi.statutes.models import Article

WINDOW = 200
"""So many matches are weighed against each other; a word in more articles than that wants a second word."""
AROUND = 30
"""Characters of context on either side of the first hit in an excerpt."""


@dataclass(frozen=True)
class Hit:
    """An article that has every word."""

    article: Article
    edition: EditionRecord
    excerpt: str
    weight: tuple[int, int]
    """How often the rarest word stands there, and all of them together."""
    current: bool
    doubt: Fault | None = None
    """Why nobody can say that the edition is in force that day: citation.E009."""

    def rank(self) -> tuple[object, ...]:
        """What applies comes first, then what says the words most often."""
        rarest, together = self.weight
        return (not self.current, -rarest, -together, self.article.id)

    def as_dict(self) -> dict[str, object]:
        """The hit for a machine, as ``fazhi law search --json`` prints it."""
        return {
            "statute": self.article.edition.statute.title,
            "edition": self.edition.id,
            "article": self.article.number,
            "inserted": self.article.inserted,
            "in_force_from": str(self.edition.in_force_from) if self.edition.in_force_from else None,
            "in_force_to": str(self.edition.in_force_to) if self.edition.in_force_to else None,
            "doubt": self.doubt.code if self.doubt else None,
            "excerpt": self.excerpt,
        }


def search(query: str, day: date, limit: int = 20) -> list[Hit]:
    """Articles that contain every word of a query: see ``Hit.rank``.

    Raises ``Fault`` statute.E009 where there is nothing to look for.
    """
    words = bigram.words(query)
    if not any(character.isalnum() for character in query):
        raise Fault("statute.E009", "没有检索词", "请输入一个或者几个词，用空格隔开")
    rows = Article.objects.filter(id__in=fulltext.find(words, WINDOW)).select_related("edition__statute")
    hits = _weighed(list(rows), words, day)
    return sorted(hits, key=Hit.rank)[:limit]


def _weighed(rows: Sequence[Article], words: Sequence[str], day: date) -> list[Hit]:
    statutes = library.records({row.edition.statute.key for row in rows})
    hits = []
    for row in rows:
        statute = statutes[row.edition.statute.key]
        edition = next(e for e in statute.editions if e.promulgated == row.edition.promulgated)
        counts = [row.text.count(word) for word in words]
        weight = (min(counts), sum(counts))
        current = statute.current(edition, day)
        doubt = statute.doubt(edition, day) if current else None
        hits.append(Hit(row, edition, excerpt(row.text, words), weight, current, doubt))
    return hits


def excerpt(text: str, words: Sequence[str]) -> str:
    """The words around the first hit, on one line.

    >>> excerpt("甲" * 40 + "查封期限" + "乙" * 40, ["查封"])[:3], len(excerpt("短文", ["短"]))
    ('…甲甲', 2)
    """
    places = [at for word in words if (at := text.find(word)) >= 0]
    start = max(min(places, default=0) - AROUND, 0)
    end = start + 2 * AROUND + len(words[0])
    cut = text[start:end].replace("\n", " ")
    return ("…" if start else "") + cut + ("…" if end < len(text) else "")
