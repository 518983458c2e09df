"""The overview: how an outline stands by chapter, by organ, by year, and what needs a hand today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.duties import standing
from fazhi.duties.models import Occurrence, Outline
from fazhi.duties.status import Status
from fazhi.office.models import Organ
from fazhi.office.actor import Actor
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web import chart
from fazhi.web.choice import outline_of
from fazhi.web.desk import DeskRequest

FEW = 8
WORST = 12


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


@requires(Right.READ)
@require_safe
def dashboard(request: DeskRequest) -> HttpResponse:
    outline = outline_of(request)
    if outline is None:
        return render(request, "web/dashboard_empty.html")
    return render(request, "web/dashboard.html", _context(request, outline, timezone.localdate()))


def _context(request: DeskRequest, outline: Outline, today: date) -> dict[str, Any]:
    rows = standing.owed(outline, today)
    whole = Line(outline, standing.counts(rows))
    return {
        "outline": outline,
        "outlines": Outline.objects.all(),
        "today": today,
        "ended": outline.ends_on < today,
        "whole": whole,
        "figures": [(status, whole.counts.get(status, 0)) for status in chart.ORDER],
        "chapters": _chapters(outline, rows),
        "organs": _worst(organ_lines(rows)),
        "chart": chart.columns(_years(rows)),
        "attention": _attention(rows, request.actor),
    }


def _chapters(outline: Outline, rows: QuerySet[Occurrence]) -> list[Line]:
    table = standing.counts_by(rows, "duty__measure__chapter")
    ordered = outline.measures.filter(withdrawn=False).order_by("position").values_list("chapter", flat=True)
    return [Line(chapter, table.get(chapter, {})) for chapter in dict.fromkeys(ordered)]


def organ_lines(rows: QuerySet[Occurrence]) -> list[Line]:
    """A line of lights for each organ that owes anything."""
    table = standing.counts_by(rows, "organ")
    return [Line(organ, table[organ.pk]) for organ in Organ.objects.filter(pk__in=table)]


def _worst(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-line.late, -line.pending, line.subject.pk))[:WORST]


def _years(rows: QuerySet[Occurrence]) -> list[tuple[str, standing.Counts]]:
    table = standing.counts_by(rows, "due_on__year")
    return [(f"{year}年", table[year]) for year in sorted(table)]


def _attention(rows: QuerySet[Occurrence], actor: Actor) -> list[Occurrence]:
    """Answers wait for whoever supervises; what is late or due waits for the organ that owes it."""
    if actor.may(Right.SUPERVISE):
        waiting = rows.filter(status__in=[Status.ANSWERED])
    else:
        owing = [Status.OVERDUE, Status.EXPIRED, Status.RETURNED, Status.DUE]
        waiting = rows.filter(organ__in=actor.organs(), status__in=owing)
    return list(waiting.select_related("organ", "duty__measure").order_by("last_day", "pk")[:FEW])
