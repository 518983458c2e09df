"""How the offices are rated, in plain counts for everybody: by office, level and span of time (7.4)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count

from fazhi.fault import Fault
from fazhi.office.models import Organ
from fazhi.portal.models import Rating

WRITTEN = re.compile(r"(\d{4})(?:-(\d{2}))?")
LEVELS = tuple(Rating.Level)
MISTAKEN = "mistaken"


class Row(NamedTuple):
    """So many ratings that are alike."""

    organ: int
    level: str
    bad: bool
    outcome: str
    many: int


@dataclass(frozen=True)
class Span:
    """A year or a month; the days ``since`` … ``until``, both included."""

    written: str
    title: str
    since: date
    until: date


@dataclass(frozen=True)
class Line:
    """One office: how many ratings of each level, how many bad ones, and what became of those."""

    organ: Organ
    counts: tuple[int, ...]
    """In the order of ``LEVELS``."""
    bad: int
    settled: int
    """Bad ones whose follow-up is over."""
    mistaken: int
    """Of those, the ones that ended as 误评或者不实; they are counted in all the others, too."""

    @property
    def total(self) -> int:
        return sum(self.counts)


def span(written: str) -> Span:
    """A span as an address writes it; ``Fault`` portal.E017 for anything else.

    >>> span("2026-02").until, span("2026").title
    (datetime.date(2026, 2, 28), '2026年')
    """
    found = WRITTEN.fullmatch(written)
    try:
        if found is None:
            raise ValueError
        year, month = int(found[1]), int(found[2] or 0)
        since = date(year, month or 1, 1)
        until = _next(since, whole=not month) - timedelta(days=1)
    except ValueError:
        raise Fault("portal.E017", f"“{written[:20]}”不是年或者月", "请写作 2026 或者 2026-07") from None
    return Span(written, f"{year}年{month}月" if month else f"{year}年", since, until)


def _next(since: date, *, whole: bool) -> date:
    if whole:
        return date(since.year + 1, 1, 1)
    return date(since.year + since.month // 12, since.month % 12 + 1, 1)


def lines(within: Span | None = None) -> tuple[Line, ...]:
    """The offices that were rated, in the order of the directory; all of the time where no span is given."""
    rows = [Row(*one) for one in _counted(within)]
    organs = Organ.objects.in_bulk({row.organ for row in rows})
    return tuple(_line(organs[pk], [row for row in rows if row.organ == pk]) for pk in sorted(organs))


def _counted(within: Span | None) -> Iterable[tuple[int, str, bool, str, int]]:
    found = Rating.objects.order_by()
    if within:
        found = found.filter(at__date__gte=within.since, at__date__lte=within.until)
    return found.values_list("organ", "level", "bad", "file__outcome").annotate(Count("pk"))


def _line(organ: Organ, rows: list[Row]) -> Line:
    return Line(
        organ,
        tuple(sum(row.many for row in rows if row.level == level) for level in LEVELS),
        sum(row.many for row in rows if row.bad),
        sum(row.many for row in rows if row.bad and row.outcome),
        sum(row.many for row in rows if row.outcome == MISTAKEN),
    )


def spans() -> tuple[Span, ...]:
    """The years and months in which anything was rated, the latest first."""
    months = [f"{one:%Y-%m}" for one in Rating.objects.datetimes("at", "month", order="DESC")]
    years = dict.fromkeys(one[:4] for one in months)
    return tuple(span(one) for one in (*years, *months))


def as_dict(line: Line) -> dict[str, object]:
    """A line for machines; the levels by their ids."""
    return {
        "organ": line.organ.code,
        "name": line.organ.full_name,
        **dict(zip((level.value for level in LEVELS), line.counts, strict=True)),
        "total": line.total,
        "bad": line.bad,
        "settled": line.settled,
        "mistaken": line.mistaken,
    }
