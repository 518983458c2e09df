"""The outlines in force, each with its measures and the history of its editions."""

from itertools import groupby

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from fazhi.duties.models import Draft, Edition, Outline
from fazhi.duties.stored import reading_of
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web import preview
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest


@requires(Right.READ)
@require_safe
def outlines(request: DeskRequest) -> HttpResponse:
    may_import = request.actor.may(Right.IMPORT)
    context = {
        "outlines": Outline.objects.annotate(
            measure_count=Count("measures", Q(measures__withdrawn=False), distinct=True),
            edition_count=Count("editions", distinct=True),
        ),
        "drafts": Draft.objects.select_related("uploaded_by") if may_import else (),
        "may_import": may_import,
    }
    return render(request, "web/outlines.html", context)


@requires(Right.READ)
@require_safe
def outline(request: DeskRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Outline, pk=pk)
    in_force = Count("duties", Q(duties__withdrawn=None))
    measures = row.measures.filter(withdrawn=False).annotate(duty_count=in_force)
    context = {
        "outline": row,
        "chapters": [(chapter, list(rows)) for chapter, rows in groupby(measures, lambda m: m.chapter)],
        "editions": _history(row),
        "may_open": request.actor.may(Right.SUPERVISE),
        "may_import": request.actor.may(Right.IMPORT),
    }
    return render(request, "web/outline.html", context)


def _history(row: Outline) -> list[Edition]:
    rows = row.editions.defer("text", "reading").select_related("imported_by")
    counted = rows.annotate(came=Count("introduced", distinct=True), went=Count("withdrawn", distinct=True))
    return list(counted.order_by("-number"))


@requires(Right.READ)
@require_safe
def edition(request: DeskRequest, pk: int) -> HttpResponse:
    """What one edition said, with everything that was read from it."""
    row = get_object_or_404(Edition.objects.select_related("outline", "imported_by"), pk=pk)
    shown = preview.preview(reading_of(row), (), number(request.GET.get("page", "")) or 1)
    return render(request, "web/edition.html", {"edition": row, "preview": shown})
