"""The overview: how an outline stands by chapter, by organ, by year, and what needs a hand today."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.duties import standing
from fazhi.duties.models import Occurrence, Outline
from fazhi.duties.status import Status
from fazhi.indicators import standing as standing_of_figures
from fazhi.indicators.standing import Frozen
from fazhi.office.actor import Actor
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.packs.indicator_entry import Better, Unit
from fazhi.web import chart
from fazhi.web.choice import outline_of
from fazhi.web.desk import DeskRequest
from fazhi.web.lights import Line, organ_lines

FEW = 8
SHORT = 6
WORST = 12


@requires(Right.READ, door="web:home")
@require_safe
def dashboard(request: DeskRequest) -> HttpResponse:
    outline = outline_of(request)
    if outline is None:
        return render(request, "web/dashboard_empty.html", {"may_import": request.actor.may(Right.IMPORT)})
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
        "frozen": _short_of_all(),
    }


def _chapters(outline: Outline, rows: QuerySet[Occurrence]) -> list[Line]:
    table = standing.counts_by(rows, "duty__measure__chapter")
    ordered = outline.measures.filter(withdrawn=False).order_by("position").values_list("chapter", flat=True)
    return [Line(chapter, table.get(chapter, {})) for chapter in dict.fromkeys(ordered)]


def _worst(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-line.late, -line.pending, line.subject.pk))[:WORST]


def _years(rows: QuerySet[Occurrence]) -> list[tuple[str, standing.Counts]]:
    table = standing.counts_by(rows, "due_on__year")
    return [(f"{year}年", table[year]) for year in sorted(table)]


def _short_of_all() -> list[Frozen]:
    """Of the figures frozen last the ratios that are better the higher, and that want most."""
    found = [one for one in standing_of_figures.recent() if one.holds.content.get("better") == Better.MORE]
    rated = [(one.value, one) for one in found if one.unit is Unit.RATIO and one.value is not None]
    return [one for value, one in sorted(rated, key=lambda pair: pair[0]) if value < 1][:SHORT]


def _attention(rows: QuerySet[Occurrence], actor: Actor) -> list[Occurrence]:
    """Answers wait for whoever supervises; what is late or due waits for the organ that owes it."""
    if actor.may(Right.SUPERVISE):
        waiting = rows.filter(Q(status=Status.ANSWERED))
    else:
        owing = [Status.OVERDUE, Status.EXPIRED, Status.RETURNED, Status.DUE]
        waiting = rows.filter(Q(status__in=owing), organ__in=actor.organs())
    return list(waiting.select_related("organ", "duty__measure").order_by(F("last_day"), "pk")[:FEW])
