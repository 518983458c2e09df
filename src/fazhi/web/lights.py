"""Rows of traffic lights: a chapter or an organ, how its duties stand, its bar."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from fazhi.duties import standing
from fazhi.duties.models import Occurrence
from fazhi.office.models import Organ
from fazhi.web import chart


@dataclass(frozen=True)
class Line:
    """One row of traffic lights: a chapter or an organ."""

    subject: Any
    counts: standing.Counts

    @property
    def light(self) -> standing.Light:
        return standing.light(self.counts)

    @property
    def late(self) -> int:
        return sum(self.counts.get(s, 0) for s in standing.LATE)

    @property
    def pending(self) -> int:
        return sum(self.counts.get(s, 0) for s in standing.PENDING)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def pieces(self) -> tuple[chart.Piece, ...]:
        return chart.pieces(self.counts)


def organ_lines(rows: QuerySet[Occurrence]) -> list[Line]:
    """A line of lights for each organ that owes anything."""
    table = standing.counts_by(rows, "organ")
    return [Line(organ, table[organ.pk]) for organ in Organ.objects.filter(pk__in=table)]
