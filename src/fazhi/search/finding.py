"""Asking the index: every word must be there, every hit is one that the policy shows to this reader now."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from fazhi.bigram import query_terms, words
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.search import fulltext
from fazhi.search.models import Record
from fazhi.search.source import Source, sources

LONGEST = 80
MOST_WORDS = 8
WINDOW = 200
"""So many of the latest matches are weighed against each other."""
YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True)
class Question:
    """What a reader asks; an empty field does not restrict."""

    text: str
    kind: str = ""
    organ: int | None = None
    year: int | None = None

    def words(self) -> list[str]:
        """The words as they are compared: width and case make no difference.

        >>> Question("ＡＢＣ 处罚").words()
        ['abc', '处罚']
        """
        return words(plain(self.text))

    def terms(self, kind: str) -> list[str]:
        """What the index is asked for one kind, the rarest words not known: all of them."""
        marks = [kind]
        if self.organ is not None:
            marks.append(f"organ-{self.organ}")
        if self.year is not None:
            marks.append(f"year-{self.year}")
        asked = (term for word in self.words() for term in query_terms(word))
        return [*dict.fromkeys(asked), *fulltext.marks(*marks)]


@dataclass(frozen=True)
class Hit:
    """One thing found, with the address of its page for this reader."""

    record: Record
    url: str
    titled: bool
    """Whether the title alone has every word."""

    def rank(self) -> tuple[object, ...]:
        """What is called so comes first, then the latest."""
        day = self.record.day
        return (not self.titled, -(day.toordinal() if day else 0), -self.record.pk)


def plain(text: str) -> str:
    """Text as words are compared in it."""
    return unicodedata.normalize("NFKC", text).lower()


def question(text: str, kind: str = "", organ: str = "", year: str = "") -> Question:
    """A question out of an address; ``Fault`` names what cannot be asked.

    search.E001 without a word, E002 too long, E003 no such kind, E004 no such organ, E005 no year.
    """
    text = text.replace("\0", " ").strip()
    if len(text) > LONGEST or len(words(text)) > MOST_WORDS:
        wrong = f"检索词超过{LONGEST}个字或者{MOST_WORDS}个词"
        raise Fault("search.E002", wrong, "请只留下最要紧的几个词")
    if not any(query_terms(word) for word in words(text)):
        raise Fault("search.E001", "没有检索词", "请输入一个或者几个词，用空格隔开")
    if kind and kind not in sources():
        raise Fault("search.E003", f"没有“{kind[:20]}”这一种类", "请从页面列出的种类中选择")
    if organ and not (organ.isascii() and organ.isdigit() and len(organ) < 10):
        raise Fault("search.E004", "单位不能识别", "请从页面列出的单位中选择")
    if year and not YEAR.fullmatch(year):
        raise Fault("search.E005", f"“{year[:10]}”不是年份", "请写四位数字，如2026")
    return Question(text, kind, int(organ) if organ else None, int(year) if year else None)


def search(actor: Actor, asked: Question, kind: str, limit: int = WINDOW) -> list[Hit]:
    """The latest matches of one kind that the reader may see, at most ``limit``, the best first."""
    found = islice(_hits(actor, asked, sources()[kind], limit), limit)
    return sorted(found, key=Hit.rank)


def _hits(actor: Actor, asked: Question, source: Source, size: int) -> Iterator[Hit]:
    """Matches, the last written first; the index says where to look, words and policy are asked again."""
    circles = source.circles(actor)
    if circles is not None and not circles:
        return
    among = None if circles is None else fulltext.marks(*(f"for-{circle}" for circle in circles))
    words, terms, before = asked.words(), asked.terms(source.kind), fulltext.LAST
    while ids := fulltext.find(terms, among, before, size):
        yield from _confirmed(actor, source, words, ids)
        before = ids[-1]


def _confirmed(actor: Actor, source: Source, words: Sequence[str], ids: list[int]) -> Iterator[Hit]:
    held = Record.objects.in_bulk(ids)
    rows = [held[pk] for pk in ids if pk in held and _says(f"{held[pk].title}\n{held[pk].text}", words)]
    pages = source.pages(actor, [row.key for row in rows])
    for row in rows:
        if row.key in pages:
            yield Hit(row, pages[row.key], _says(row.title, words))


def _says(text: str, words: Sequence[str]) -> bool:
    compared = plain(text)
    return all(word in compared for word in words)
