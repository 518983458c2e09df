"""The duties of the outlines that the coordinator opened, for everybody: what, who, by when, how far."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.duties import standing
from fazhi.duties.models import Measure, Outline
from fazhi.library import shelf, tasks
from fazhi.office.guard import public
from fazhi.web import chart

OPENED = "the coordinator put these duties before the public; no person and no evidence is on the page"


@public(OPENED)
@require_safe
def outlines(request: HttpRequest) -> HttpResponse:
    """The opened outlines, each with how its duties stand."""
    today = timezone.localdate()
    rows = [(row, _pieces(row)) for row in shelf.opened()]
    return render(request, "web/public_duties.html", {"rows": rows, "today": today})


def _pieces(row: Outline) -> tuple[chart.Piece, ...]:
    return chart.pieces(standing.counts(standing.owed(row, timezone.localdate())))


@public(OPENED)
@require_safe
def outline(request: HttpRequest, pk: int) -> HttpResponse:
    """The measures of an outline by chapter."""
    row = get_object_or_404(shelf.opened(), pk=pk)
    counts = tasks.counts_by_measure(row, timezone.localdate())
    lines = [
        {"measure": one, "parts": tasks.parts(one), "pieces": chart.pieces(counts.get(one.pk, {}))}
        for one in tasks.measures(row)
    ]
    chapters = [(name, list(held)) for name, held in groupby(lines, lambda line: _chapter(line["measure"]))]
    context = {
        "row": row,
        "pieces": _pieces(row),
        "chapters": chapters,
        "documents": shelf.published().filter(outline=row),
        "ended": row.ends_on < timezone.localdate(),
    }
    return render(request, "web/public_outline.html", context)


def _chapter(measure: object) -> str:
    return measure.chapter if isinstance(measure, Measure) else ""


@public(OPENED)
@require_safe
def measure(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One measure: its words, its offices, its duties and how each stands with each office."""
    row = get_object_or_404(shelf.opened(), pk=pk)
    found = get_object_or_404(tasks.measures(row), pk=number)
    duties = [(task, chart.pieces(task.counts)) for task in tasks.tasks(found, timezone.localdate())]
    context = {"row": row, "measure": found, "parts": tasks.parts(found), "duties": duties}
    return render(request, "web/public_measure.html", context)
