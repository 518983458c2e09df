"""How the offices are rated, for everybody: a page, files, and the same through the interface (7.4)."""

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fazhi.office.guard import public
from fazhi.portal import figures
from fazhi.portal.figures import Line, Span
from fazhi.portal.models import Rating
from fazhi.sheet import harmless
from fazhi.web.attachment import attachment
from fazhi.web.satisfaction import SHADES, bar

COUNTS = "counts of ratings by office and level are for everybody; who rated and what was said is not in them"
HEADS = ("机关", *Rating.Level.labels, "合计", "差评", "其中已办结", "其中认定误评")


@public(COUNTS)
@require_safe
def ratings(request: HttpRequest) -> HttpResponse:
    """A bar and a row of numbers for each office, of all time or of a year or month."""
    span = _span(request)
    lines = figures.lines(span)
    context = {
        "span": span,
        "spans": figures.spans(),
        "lines": [(line, bar(line), zip(Rating.Level.labels, line.counts, strict=True)) for line in lines],
        "shades": SHADES,
        "total": sum(line.total for line in lines),
        "demo": Rating.objects.filter(file__demo=True).exists(),
    }
    return render(request, "web/ratings.html", context)


@public(COUNTS)
@require_safe
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The numbers of the page as CSV for a spreadsheet, or as JSON."""
    span = _span(request)
    lines = figures.lines(span)
    name = f"好差评-{span.written if span else '全部'}"
    match form:
        case "csv":
            return attachment(_csv(lines), f"{name}.csv", "text/csv; charset=utf-8")
        case "json":
            return JsonResponse(told(span, lines), json_dumps_params={"ensure_ascii": False})
    raise Http404


def told(span: Span | None, lines: tuple[Line, ...]) -> dict[str, object]:
    """The numbers for machines."""
    return {"period": span.written if span else None, "organs": [figures.as_dict(line) for line in lines]}


def _csv(lines: tuple[Line, ...]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADS)
    for line in lines:
        name = harmless(line.organ.full_name)
        writer.writerow((name, *line.counts, line.total, line.bad, line.settled, line.mistaken))
    return text.getvalue().encode("utf-8-sig")


def _span(request: HttpRequest) -> Span | None:
    written = request.GET.get("period", "")
    return figures.span(written) if written else None
