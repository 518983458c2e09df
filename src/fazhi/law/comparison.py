"""What changed between two editions, article by article, found by their words and not by their numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from fazhi.bigram import index_terms
from fazhi.law.article import Article

LIKE = 0.4
"""Two articles sharing this part of their character pairs are one amended; a reading aid, not a rule."""


class Kind(StrEnum):
    """What became of an article."""

    SAME = "same"
    AMENDED = "amended"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Piece:
    """A run of words kept, taken out or put in."""

    text: str
    kind: Kind


@dataclass(frozen=True)
class Change:
    """An article of the old and one of the new edition that belong together; either may be missing."""

    kind: Kind
    old: Article | None
    new: Article | None

    @property
    def renumbered(self) -> bool:
        return bool(self.old and self.new and self.old.number != self.new.number)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The new text with what was taken out and put in marked.

        >>> from fazhi.law.place import ArticleNumber
        >>> article = lambda text: Article(ArticleNumber(1), text)
        >>> change = Change(Kind.AMENDED, article("三日内送达"), article("五日内送达"))
        >>> [(p.kind.value, p.text) for p in change.pieces]
        [('removed', '三'), ('added', '五'), ('same', '日内送达')]
        """
        return tuple(_pieces(self.old.text if self.old else "", self.new.text if self.new else ""))


def compare(old: Sequence[Article], new: Sequence[Article]) -> tuple[Change, ...]:
    """Every article of both editions once: in the order of the new one, the removed ones where they stood."""
    return tuple(_changes(old, new, _partners(old, new)))


def _changes(old: Sequence[Article], new: Sequence[Article], partners: dict[int, int]) -> Iterator[Change]:
    removed = sorted(set(range(len(old))) - set(partners.values()), reverse=True)
    for n, article in enumerate(new):
        partner = partners.get(n)
        if partner is None:
            yield Change(Kind.ADDED, None, article)
            continue
        while removed and removed[-1] < partner:
            yield Change(Kind.REMOVED, old[removed.pop()], None)
        kept = old[partner].text == article.text
        yield Change(Kind.SAME if kept else Kind.AMENDED, old[partner], article)
    yield from (Change(Kind.REMOVED, old[o], None) for o in reversed(removed))


def _partners(old: Sequence[Article], new: Sequence[Article]) -> dict[int, int]:
    """Index in the new edition → index in the old one, the likest pairs first, each article once."""
    pairs = sorted(_likenesses(old, new), key=lambda pair: (-pair[0], abs(pair[1] - pair[2])))
    partners: dict[int, int] = {}
    for _, n, o in pairs:
        if n not in partners and o not in partners.values():
            partners[n] = o
    return partners


def _likenesses(old: Sequence[Article], new: Sequence[Article]) -> Iterator[tuple[float, int, int]]:
    old_terms = [index_terms(article.text) for article in old]
    for n, article in enumerate(new):
        terms = index_terms(article.text)
        for o, others in enumerate(old_terms):
            shared = 2 * len(terms & others) / (len(terms) + len(others) or 1)
            if shared >= LIKE:
                yield shared + (article.text == old[o].text), n, o


def _pieces(old: str, new: str) -> Iterator[Piece]:
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece(old[i:j], Kind.SAME)
            continue
        if j > i:
            yield Piece(old[i:j], Kind.REMOVED)
        if m > k:
            yield Piece(new[k:m], Kind.ADDED)
