"""How an office was rated, drawn as one bar of five stretches; the table beside it has the numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.portal.figures import LEVELS, Line
from fazhi.portal.models import Rating

FILLS = {
    Rating.Level.VERY_SATISFIED: "confirmed",
    Rating.Level.SATISFIED: "answered",
    Rating.Level.MOSTLY_SATISFIED: "not-due",
    Rating.Level.DISSATISFIED: "due",
    Rating.Level.VERY_DISSATISFIED: "overdue",
}


@dataclass(frozen=True)
class Shade:
    """A level with its colour."""

    label: str
    fill: str

    def __str__(self) -> str:
        return self.fill


@dataclass(frozen=True)
class Stretch:
    """So many ratings of a level, in per cent of the bar's length."""

    status: Shade
    count: int
    start: float
    length: float


SHADES = tuple(Shade(level.label, FILLS[level]) for level in LEVELS)
"""For the legend."""


def bar(line: Line) -> tuple[Stretch, ...]:
    """The ratings of an office from the best to the worst."""
    return tuple(_stretches(line))


def _stretches(line: Line) -> Iterator[Stretch]:
    start = 0.0
    for shade, count in zip(SHADES, line.counts, strict=True):
        if count:
            length = count * 100 / line.total
            yield Stretch(shade, count, round(start, 3), round(length, 3))
            start += length
