"""What happens to a running period: each act with the day it happened in law, in any order of recording."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from fazhi.law.period import Period

DAY = timedelta(days=1)
FOREVER = date.max


@dataclass(frozen=True)
class Started:
    """The event from which the period runs; a later one starts it anew (提级、补正后重新计算)."""

    on: date


@dataclass(frozen=True)
class Suspended:
    """中止: the day itself still counts, as the day of an event is never the first of what it starts."""

    on: date
    why: str = ""


@dataclass(frozen=True)
class Resumed:
    """恢复: counting goes on with the following day."""

    on: date


@dataclass(frozen=True)
class Excluded:
    """Days the law leaves out (X之日至Y之日, 鉴定, 勘验): both ends are left out."""

    since: date
    until: date
    why: str = ""

    @property
    def on(self) -> date:
        return self.since


@dataclass(frozen=True)
class Extended:
    """延长, approved by somebody on a day."""

    on: date
    by: Period
    approver: str = ""


@dataclass(frozen=True)
class Stopped:
    """What had to be done within the period was done."""

    on: date


Act = Started | Suspended | Resumed | Excluded | Extended | Stopped


@dataclass(frozen=True)
class Span:
    """Days in a row that do not count, both ends included; an open suspension has no end yet."""

    since: date
    until: date
    why: str = ""

    @property
    def open(self) -> bool:
        return self.until == FOREVER

    def after(self, day: date) -> "Span | None":
        """The part of the span that lies after a day."""
        return Span(max(self.since, day + DAY), self.until, self.why) if self.until > day else None


def spans(acts: Iterable[Act], start: date) -> tuple[Span, ...]:
    """The days after ``start`` that do not count, in order and without overlap."""
    acts = tuple(acts)
    excluded = [Span(a.since, a.until, a.why) for a in acts if isinstance(a, Excluded) and a.since <= a.until]
    clipped = [part for span in (*excluded, *_suspensions(acts, start)) if (part := span.after(start))]
    return tuple(_disjoint(sorted(clipped, key=lambda span: (span.since, span.until, span.why))))


def _suspensions(acts: tuple[Act, ...], start: date) -> Iterator[Span]:
    marks = [a for a in acts if isinstance(a, Suspended | Resumed) and a.on >= start]
    since: Suspended | None = None
    for day, together in groupby(sorted(marks, key=lambda act: act.on), key=lambda act: act.on):
        group = list(together)
        suspended = min((a for a in group if isinstance(a, Suspended)), key=lambda a: a.why, default=None)
        resumed = any(isinstance(a, Resumed) for a in group)
        if since and resumed:
            yield Span(since.on + DAY, day, since.why)
            since = suspended
        elif not since and not resumed:
            since = suspended
    if since:
        yield Span(since.on + DAY, FOREVER, since.why)


def _disjoint(ordered: Iterable[Span]) -> Iterator[Span]:
    end = date.min
    for span in ordered:
        if part := span.after(end):
            yield part
            end = part.until
