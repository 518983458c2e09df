"""What became of an article on which a document rests, between the day of the document and today (13.2).

The words of the article itself decide: a new edition that left it alone concerns nobody, one that moved it to
another number, changed it or dropped it does. Where the library lacks a text that is said, not guessed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from fazhi.fault import Fault
from fazhi.law.article import Article
from fazhi.law.citation import Citation, parse
from fazhi.law.comparison import Change, Kind
from fazhi.law.place import ArticleNumber, Place
from fazhi.law.statute import Edition, Statute
from fazhi.law.title import key
from fazhi.registers.citations import split
from fazhi.statutes import browsing, library
from fazhi.statutes.models import Edition as Row


class What(StrEnum):
    """How a basis changed; the value is stable, for machines."""

    REPEALED = "repealed"
    AMENDED = "amended"
    REMOVED = "removed"
    RENUMBERED = "renumbered"
    REPLACED = "replaced"
    """There is another edition; whether it changed the article cannot be told from the library."""


@dataclass(frozen=True)
class Shift:
    """One basis that changed: the place cited, both editions, and what happened in a sentence."""

    what: What
    citation: str
    before: str
    after: str
    wrong: str

    @property
    def key(self) -> str:
        """The same change has the same key, so that it is told once."""
        told = "|".join((self.what, self.citation, self.before, self.after))
        return sha256(told.encode()).hexdigest()

    def as_dict(self) -> dict[str, str]:
        """The change for a machine."""
        return {
            "what": self.what.value, "citation": self.citation, "before": self.before, "after": self.after,
        }  # fmt: skip


class Law:
    """Statutes and comparisons of their editions, each read once however many documents rest on them."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._statutes: dict[str, Statute | None] = {}
        self._changes: dict[tuple[str, str, str], Mapping[ArticleNumber, Change] | None] = {}

    def shifts(self, bases: str, since: date) -> Iterator[Shift]:
        """What changed of the bases of a document that was made on a day."""
        for text in split(bases):
            try:
                citation = parse(text)
            except Fault:
                continue
            if statute := self._statute(citation.statute):
                yield from self._of(citation, statute, since)

    def _of(self, citation: Citation, statute: Statute, since: date) -> Iterator[Shift]:
        try:
            before = statute.marked(citation.edition) if citation.edition else statute.on(since)
        except Fault:
            return
        after = self._now(statute)
        if isinstance(after, Fault):
            yield Shift(What.REPEALED, str(citation), before.id, "", after.wrong)
        elif after and not after.same(before) and after.starts > before.starts:
            yield from self._places(citation, statute, before, after)

    def _now(self, statute: Statute) -> Edition | Fault | None:
        """The edition of today; the ``Fault`` citation.E004 where the statute is no longer in force."""
        try:
            return statute.on(self.today)
        except Fault as fault:
            return fault if fault.code == "citation.E004" else None

    def _places(
        self, citation: Citation, statute: Statute, before: Edition, after: Edition
    ) -> Iterator[Shift]:
        changes = self._compared(statute, before, after)
        doubt = statute.doubt(after, self.today)
        unsure = f"（{doubt.wrong}）" if doubt else ""
        for place in citation.places or (None,):
            if told := _told(place, changes):
                what, words = told
                cited = str(Citation(statute.title, (place,) if place else ()))
                wrong = f"{cited}：{before.id}版以后有{after.id}版，{words}{unsure}"
                yield Shift(what, cited, before.id, after.id, wrong)

    def _statute(self, name: str) -> Statute | None:
        if name not in self._statutes:
            try:
                self._statutes[name] = library.find(name)
            except Fault:
                self._statutes[name] = None
        return self._statutes[name]

    def _compared(
        self, statute: Statute, before: Edition, after: Edition
    ) -> Mapping[ArticleNumber, Change] | None:
        asked = (statute.title, before.id, after.id)
        if asked not in self._changes:
            self._changes[asked] = _compared(statute, before, after)
        return self._changes[asked]


def _compared(statute: Statute, before: Edition, after: Edition) -> Mapping[ArticleNumber, Change] | None:
    """What became of each article of the former edition; ``None`` where one of the texts was not imported."""
    rows = Row.objects.filter(statute__key=key(statute.title)).select_related("statute")
    held = {row.promulgated: row for row in rows}
    old, new = (held.get(one.promulgated) if one.promulgated else None for one in (before, after))
    if old is None or new is None:
        return None
    return {change.old.number: change for change in browsing.changes(old, new) if change.old}


def _told(place: Place | None, changes: Mapping[ArticleNumber, Change] | None) -> tuple[What, str] | None:
    """What happened to a place; ``None`` where its words stand where they stood."""
    if place is None:
        return What.REPLACED, "请核对依据是否仍然成立"
    if changes is None:
        return What.REPLACED, "两版的原文没有都导入，该条是否变化请人工核对"
    change = changes.get(place.article)
    if change is None:
        return None
    if change.new is None:
        return What.REMOVED, "该条已经删去"
    if change.kind is Kind.AMENDED and not _untouched(place, change):
        return What.AMENDED, "该条已经修改" + (f"，现为{change.new.number}" if change.renumbered else "")
    return (What.RENUMBERED, f"该条现为{change.new.number}") if change.renumbered else None


def _untouched(place: Place, change: Change) -> bool:
    """Whether only other paragraphs or items of the article were changed."""
    assert change.old
    assert change.new
    before = _part(change.old, place)
    return before is not None and before == _part(change.new, place)


def _part(article: Article, place: Place) -> str | None:
    try:
        return article.part(Place(article.number, place.paragraph, place.item, place.point))
    except Fault:
        return None
