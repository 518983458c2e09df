"""All organs with their lights, and the page of one: what do we owe, by when."""

from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.duties import register, standing
from fazhi.duties.models import Assignment, Occurrence
from fazhi.duties.status import OPEN_ENDED
from fazhi.office.guard import requires
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.web import chart
from fazhi.web.choice import outline_of
from fazhi.web.desk import DeskRequest
from fazhi.web.lights import Line, organ_lines

PAGE = 30


@requires(Right.READ)
@require_safe
def organs(request: DeskRequest) -> HttpResponse:
    outline = outline_of(request)
    lines = organ_lines(standing.owed(outline, timezone.localdate())) if outline else []
    kinds = [(kind.label, [n for n in lines if n.subject.kind == kind]) for kind in Organ.Kind]
    bands = [band for band in kinds if band[1]]
    context = {"outline": outline, "bands": bands, "own": request.actor.organs()}
    return render(request, "web/organs.html", context)


@requires(Right.READ)
@require_safe
def organ(request: DeskRequest, code: str) -> HttpResponse:
    subject = get_object_or_404(Organ, code=code)
    rows = register.matching(register.Search(organ=subject.pk), timezone.localdate())
    context = _context(subject, rows, request.GET.get("page")) | _feed(request, subject)
    return render(request, "web/organ.html", context)


def _feed(request: DeskRequest, subject: Organ) -> dict[str, Any]:
    """The secret addresses of the organ's calendar, for those alone who may issue and revoke them."""
    if subject.pk not in request.actor.organs() and not request.actor.may(Right.SUPERVISE):
        return {"may_subscribe": False}
    feeds = subject.feeds.filter(revoked_at=None)
    addresses = [request.build_absolute_uri(reverse("web:feed", args=[feed.token])) for feed in feeds]
    return {"may_subscribe": True, "addresses": addresses}


def _context(subject: Organ, rows: QuerySet[Occurrence], page: str | None) -> dict[str, Any]:
    line = Line(subject, standing.counts(rows))
    return {
        "organ": subject,
        "line": line,
        "figures": [(status, line.counts[status]) for status in chart.ORDER if line.counts.get(status)],
        "page": Paginator(rows.filter(Q(status__in=OPEN_ENDED)), PAGE).get_page(page),
        "parts": _parts(subject),
        "today": timezone.localdate(),
    }


def _parts(subject: Organ) -> list[tuple[str, list[Assignment]]]:
    held = subject.assignments.filter(measure__withdrawn=False).select_related("measure__outline")
    order = list(Assignment.Part.values)
    ordered = sorted(held, key=lambda a: (order.index(a.part), a.measure.outline_id, a.measure.position))
    return [(Assignment.Part(part).label, list(rows)) for part, rows in groupby(ordered, lambda a: a.part)]
