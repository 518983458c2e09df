"""What a document is on a day: in force, amended, abolished, lapsed; folded from its records (nd-028).

The state is stored nowhere as truth. The end that a document states for itself takes effect on the day after
it, whether or not anybody looked; an abolition takes effect on the day its decision names.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)


class State(StrEnum):
    """The value is stable, for machines; ``label`` is the word of the register."""

    NOT_YET = "not-yet"
    IN_FORCE = "in-force"
    STOPPED = "stopped"
    AMENDED = "amended"
    ABOLISHED = "abolished"
    LAPSED = "lapsed"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def usable(self) -> bool:
        """Whether a document in this state may be relied on."""
        return self is State.IN_FORCE


LABELS = {
    State.NOT_YET: "尚未施行",
    State.IN_FORCE: "有效",
    State.STOPPED: "停止执行",
    State.AMENDED: "修改",
    State.ABOLISHED: "废止",
    State.LAPSED: "失效",
}


class Kind(StrEnum):
    """What was recorded about a document; ``ENDS`` end it, the others do not."""

    ENTER = "enter"
    CORRECT = "correct"
    KEEP = "keep"
    REVISE = "revise"
    """It is to be amended, and holds until it is."""
    STOP = "stop"
    AMEND = "amend"
    ABOLISH = "abolish"
    DECLARE = "declare"
    LAPSE = "lapse"
    """Its stated end has passed: a note of the day it was seen; the end itself is ``Span.until``."""


ENDS = {Kind.AMEND: State.AMENDED, Kind.ABOLISH: State.ABOLISHED, Kind.DECLARE: State.LAPSED}


@dataclass(frozen=True)
class Event:
    """One record, and the day on which it takes effect."""

    kind: Kind
    on: date


@dataclass(frozen=True)
class Span:
    """From when a document applies, and the last day that it states for itself, where it states one."""

    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Course:
    """What the records come to: the days that decide the state of any day."""

    since: date | None = None
    stopped: date | None = None
    ended: date | None = None
    ended_as: State | None = None
    revising: bool = False

    def on(self, day: date) -> State:
        """The state on a day."""
        if self.ended and self.ended_as and self.ended <= day:
            return self.ended_as
        if self.stopped and self.stopped <= day:
            return State.STOPPED
        return State.NOT_YET if self.since and day < self.since else State.IN_FORCE


def course(events: Iterable[Event], span: Span) -> Course:
    """The fold; of several ends the earliest counts, whatever the order in which they were recorded.

    >>> until = date(2025, 12, 31)
    >>> [course([], Span(until=until)).on(until + n * DAY).label for n in (0, 1)]
    ['有效', '失效']
    >>> course([Event(Kind.ABOLISH, date(2024, 5, 1))], Span(until=until)).on(until).label
    '废止'
    """
    held = tuple(events)
    ends = [(event.on, ENDS[event.kind]) for event in held if event.kind in ENDS]
    ends += [(span.until + DAY, State.LAPSED)] if span.until else []
    ended, ended_as = min(ends, default=(None, None))
    stops = [event.on for event in held if event.kind is Kind.STOP]
    return Course(span.since, min(stops, default=None), ended, ended_as, _revising(held))


def _revising(events: tuple[Event, ...]) -> bool:
    """Whether the last word about it is that it is to be amended."""
    words = [event.kind for event in events if event.kind in (Kind.KEEP, Kind.REVISE, *ENDS)]
    return bool(words) and words[-1] is Kind.REVISE
