"""A statute and its editions, each in force for a span of days (DESIGN §3)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from fazhi.fault import Fault
from fazhi.law.title import key, tidy

DAY = timedelta(days=1)
CHECK = "请核对引用的日期和版本"
ADD = "请导入该版本的文本，或者将其补入法规名录"
FIND_OUT = "请查明施行日期后补入法规名录，在此之前不作为已经施行的依据"


@dataclass(frozen=True)
class Edition:
    """One text of a statute; dates that no source gives are ``None``, never guessed.

    ``id`` is the day its text is dated (2023-09-01), or its document number where no day is known.
    ``in_force_from`` and ``in_force_to`` are the first and the last day in force.
    """

    id: str
    promulgated: date | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    articles: int | None = None
    document: str = ""
    in_force_by: date | None = None
    """A day on which a source shows it in force, where none states the first one."""

    @property
    def starts(self) -> date:
        """The first day it may be applied as far as is known: in force, else promulgated, else always."""
        return self.in_force_from or self.promulgated or date.min

    def certain(self, day: date) -> bool:
        """Whether a source shows that it had begun by a day: it states the first day, or a day in force.

        >>> Edition("2023-09-01", date(2023, 9, 1), in_force_by=date(2026, 6, 26)).certain(date(2023, 10, 1))
        False
        """
        known = self.in_force_from or self.in_force_by
        return known is not None and known <= day

    def bears(self, mark: str) -> bool:
        """Whether a mark after a title (2019, 2023-09-01, 国务院令第836号) means this edition.

        >>> Edition("2019-10-22", date(2019, 10, 22)).bears("2019年修订")
        True
        """
        if mark in (self.id, tidy(self.document)):
            return True
        return mark[:4].isdigit() and mark[4:5] != "-" and mark[:4] == str(self.promulgated)[:4]

    def same(self, other: "Edition") -> bool:
        """Whether two sources speak of one edition: by its day, or by its document number."""
        return self.id == other.id or bool(self.document and self.document == other.document)

    def filled(self, other: "Edition") -> "Edition":
        """This edition, with what only the other source of it knows."""
        missing = {name: value for name, value in vars(other).items() if not getattr(self, name)}
        return replace(self, **missing) if self.promulgated else replace(self, **missing, id=other.id)


@dataclass(frozen=True)
class Statute:
    """A statute by its full title, with the short titles it goes by and the editions that are known."""

    title: str
    short_titles: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    enacted: date | None = None
    """The day of the first enactment, where known: before it there was no such statute."""

    def __post_init__(self) -> None:
        """Put the editions in order and end each the day before the next, where that day is known."""
        ordered = sorted(self.editions, key=lambda edition: edition.starts)
        ended = [_ended(edition, later) for edition, later in pairwise(ordered)]
        object.__setattr__(self, "editions", (*ended, *ordered[-1:]))

    def names(self) -> frozenset[str]:
        """What the statute may be called, as compared by ``title.key``."""
        documents = (edition.document for edition in self.editions if edition.document)
        return frozenset(map(key, (self.title, *self.short_titles, *documents)))

    def on(self, day: date) -> Edition:
        """The edition of a day as far as is known; ``Fault`` citation.E003, E004 or E008 where there is none.

        One whose first day in force no source gives counts from its promulgation: ``doubt`` then says so.
        """
        newest = self._newest(day)
        if newest is None:
            raise self._not_begun(day)
        if (end := newest.in_force_to) and end < day:
            raise Fault("citation.E004", f"《{self.title}》已于{end + DAY}失效", CHECK)
        return newest

    def doubt(self, edition: Edition, day: date | None) -> Fault | None:
        """Why nobody can say that an edition had begun by a day: ``Fault`` citation.E009, else ``None``.

        Without a day only whether its first day in force is stated is asked.
        """
        if edition.in_force_from if day is None else edition.certain(day):
            return None
        unstated = "施行日期未注明" if edition.promulgated else "公布日期和施行日期均未注明"
        asked = f"，不能确定在{day}已经施行" if day else ""
        shown = f"，有据可查的是{edition.in_force_by}施行" if edition.in_force_by else ""
        return Fault("citation.E009", f"《{self.title}》（{edition.id}）{unstated}{asked}{shown}", FIND_OUT)

    def current(self, edition: Edition, day: date) -> bool:
        """Whether an edition is the one that applies on a day, as far as is known: see ``doubt``."""
        return edition == self._newest(day) and (edition.in_force_to or day) >= day

    def marked(self, mark: str, day: date | None = None) -> Edition:
        """The edition that a mark means, and in force on the day where one is given."""
        meant = [edition for edition in self.editions if edition.bears(mark)]
        if not meant:
            known = "、".join(edition.id for edition in self.editions)
            raise Fault("citation.E007", f"《{self.title}》没有“{mark}”版本，已知版本：{known}", ADD)
        if day and day < meant[-1].starts:
            raise self._not_yet(meant[-1].starts, day)
        if day and (end := meant[-1].in_force_to) and end < day:
            raise Fault("citation.E004", f"《{self.title}》（{mark}）已于{end + DAY}失效", CHECK)
        return meant[-1]

    def merged(self, other: "Statute") -> "Statute":
        """This statute completed by another source of it: editions it lacks, dates it leaves open."""
        both = {edition.id: edition for edition in other.editions}
        for edition in self.editions:
            same = _counterpart(edition, tuple(both.values()))
            both[same.id] = edition.filled(same)
        return Statute(
            self.title,
            tuple(dict.fromkeys((*self.short_titles, *other.short_titles))),
            tuple(both.values()),
            min(filter(None, (self.enacted, other.enacted)), default=None),
        )

    def _newest(self, day: date) -> Edition | None:
        """The last edition that had begun by a day, whether or not it has ended since."""
        return max((e for e in self.editions if e.starts <= day), key=lambda e: e.starts, default=None)

    def _not_begun(self, day: date) -> Fault:
        first = self.editions[0] if self.editions else None
        if first and self.enacted and (day < self.enacted or self.enacted == first.promulgated):
            return self._not_yet(first.starts, day)
        held = f"，已知最早版本自{first.starts}起" if first else ""
        return Fault("citation.E008", f"《{self.title}》在{day}适用的版本未收录{held}", ADD)

    def _not_yet(self, starts: date, day: date) -> Fault:
        return Fault("citation.E003", f"《{self.title}》在{day}尚未施行，自{starts}起施行", CHECK)


def _counterpart(edition: Edition, held: tuple[Edition, ...]) -> Edition:
    """Which edition of another source this one is; without a day, that in force when it was shown."""
    named = next((other for other in held if edition.same(other)), None)
    if named or edition.promulgated or edition.in_force_from or not edition.in_force_by:
        return named or edition
    begun = (other for other in held if other.starts <= edition.in_force_by)
    return max(begun, key=lambda other: other.starts, default=edition)


def _ended(edition: Edition, later: Edition) -> Edition:
    if not later.in_force_from:
        return edition
    last = later.in_force_from - DAY
    return replace(edition, in_force_to=min(edition.in_force_to or last, last))
