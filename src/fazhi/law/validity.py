"""From when to when an element of the law applies; an end that is not known is open."""

from datetime import date
from typing import Protocol


class Dated(Protocol):
    """Whatever applies for a span of days, both ends included."""

    @property
    def since(self) -> date | None: ...

    @property
    def until(self) -> date | None: ...


def covers(one: Dated, day: date) -> bool:
    """Whether it applies on a day."""
    return (one.since or date.min) <= day <= (one.until or date.max)


def overlap(one: Dated, other: Dated) -> date | None:
    """The first day on which both apply; ``None`` where there is none."""
    first = max(one.since or date.min, other.since or date.min)
    return first if first <= min(one.until or date.max, other.until or date.max) else None
