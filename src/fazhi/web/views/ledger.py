"""The ledger of duties: every occurrence, found by filters and words, thirty a page, in the order due."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from fazhi.duties import lateness, register, standing
from fazhi.duties.models import Measure, Occurrence, Outline
from fazhi.duties.status import Status
from fazhi.office.guard import requires
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.web import chart
from fazhi.web.choice import number, without
from fazhi.web.desk import DeskRequest

PAGE = 30


@requires(Right.READ)
@require_safe
@vary_on_headers("HX-Request")
def ledger(request: DeskRequest) -> HttpResponse:
    search = search_of(request.GET)
    found = register.matching(search, timezone.localdate())
    context = _results(request, search, found)
    if request.htmx and not request.htmx.history_restore_request:
        return render(request, "web/ledger_results.html", context)
    return render(request, "web/ledger.html", context | _choices())


def search_of(query: QueryDict) -> register.Search:
    """What an address asks for; what it says wrongly is not asked."""
    status = query.get("status", "")
    return register.Search(
        text=query.get("q", "")[:80].replace("\0", ""),
        status=Status(status) if status in Status.values else None,
        organ=number(query.get("organ", "")),
        outline=number(query.get("outline", "")),
        chapter=query.get("chapter", "").replace("\0", ""),
        year=number(query.get("year", "")[:4]) or None,  # the calendar has no year 0
        duty=number(query.get("duty", "")),
        day=_day(query.get("day", "")),
    )


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _results(request: DeskRequest, search: register.Search, found: QuerySet[Occurrence]) -> dict[str, Any]:
    counts = standing.counts(found)
    shown = register.of_status(found, search.status)
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    return {
        "search": search,
        "page": page,
        "late": {row.pk: late for row in page if (late := lateness.late(row))},
        "chips": [(status, counts.get(status, 0)) for status in chart.ORDER if counts.get(status)],
        "total": sum(counts.values()),
        "query": without(request.GET, "page"),
        "query_any_status": without(request.GET, "page", "status"),
        "query_any_duty": without(request.GET, "page", "duty"),
        "query_any_day": without(request.GET, "page", "day"),
    }


def _choices() -> dict[str, Any]:
    measures = Measure.objects.filter(withdrawn=False).order_by("outline", "position")
    return {
        "organs": Organ.objects.filter(occurrences__isnull=False).distinct(),
        "chapters": list(dict.fromkeys(measures.values_list("chapter", flat=True))),
        "years": [day.year for day in Occurrence.objects.dates("due_on", "year")],
        "outlines": Outline.objects.all(),
    }
