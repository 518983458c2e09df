"""All organs with their lights, and the page of one: what do we owe, by when."""

from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.duties import register, standing
from fazhi.duties.models import Assignment, Occurrence
from fazhi.duties.status import OPEN_ENDED
from fazhi.office.models import Organ
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web import chart
from fazhi.web.choice import outline_of
from fazhi.web.desk import DeskRequest
from fazhi.web.views.dashboard import Line, organ_lines

PAGE = 30


@requires(Right.READ)
@require_safe
def organs(request: DeskRequest) -> HttpResponse:
    outline = outline_of(request)
    lines = organ_lines(standing.owed(outline, timezone.localdate())) if outline else []
    kinds = [(kind.label, [n for n in lines if n.subject.kind == kind]) for kind in Organ.Kind]
    context = {"outline": outline, "bands": [band for band in kinds if band[1]], "own": request.actor.organs()}
    return render(request, "web/organs.html", context)


@requires(Right.READ)
@require_safe
def organ(request: DeskRequest, code: str) -> HttpResponse:
    subject = get_object_or_404(Organ, code=code)
    rows = register.matching(register.Search(organ=subject.pk), timezone.localdate())
    return render(request, "web/organ.html", _context(subject, rows, request.GET.get("page")))


def _context(subject: Organ, rows: QuerySet[Occurrence], page: str | None) -> dict[str, Any]:
    line = Line(subject, standing.counts(rows))
    return {
        "organ": subject,
        "line": line,
        "figures": [(status, line.counts[status]) for status in chart.ORDER if line.counts.get(status)],
        "page": Paginator(rows.filter(status__in=OPEN_ENDED), PAGE).get_page(page),
        "parts": _parts(subject),
        "today": timezone.localdate(),
    }


def _parts(subject: Organ) -> list[tuple[str, list[Assignment]]]:
    held = subject.assignments.filter(measure__withdrawn=False).select_related("measure__outline")
    order = list(Assignment.Part.values)
    ordered = sorted(held, key=lambda a: (order.index(a.part), a.measure.outline_id, a.measure.position))
    return [(Assignment.Part(part).label, list(rows)) for part, rows in groupby(ordered, lambda a: a.part)]
