"""One box over everything that this reader may see, each hit shown by its own policy."""

from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.fault import Fault
from fazhi.library import shelf
from fazhi.office.guard import public
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.registers import standing
from fazhi.search.finding import Question, question
from fazhi.search.freshness import lag
from fazhi.search.saying import simplified
from fazhi.web import found
from fazhi.web.choice import without
from fazhi.web.desk import DeskRequest

PAGE = 20
BEHIND = timedelta(minutes=2)
"""A worker that runs is never so far behind."""


@public(
    "each hit is shown only where its own policy shows it to the reader; a stranger finds what is published"
)
@require_safe
def search(request: DeskRequest) -> HttpResponse:
    """All kinds with their best hits, or one kind page by page."""
    text, kind, organ, year = (request.GET.get(name, "").strip() for name in ("q", "kind", "organ", "year"))
    official = request.actor.may(Right.READ)
    context: dict[str, Any] = {
        "frame": "web/desk.html" if official else "web/portal.html",
        "place": "search",
        "text": text,
        "kind": kind,
        "organ": organ,
        "year": year,
        "kinds": found.kinds(request.actor),
        "organs": _organs(official),
        "behind": lag(timezone.now()).age > BEHIND,
        "query": without(request.GET, "page"),
        "rest": without(request.GET, "page", "kind"),
    }
    status = 200
    if request.GET:
        try:
            context |= _results(request, question(simplified(text), kind, organ, year))
        except Fault as fault:
            context["fault"], status = fault, status_of(fault)
    return render(request, "web/search.html", context, status=status)


def _organs(official: bool) -> list[Organ]:
    """The organs to choose from: for the public those that published something."""
    if official:
        return list(Organ.objects.all())
    held = {register.organ_id for register, _ in standing.opened_to_the_public() if register.organ}
    documents = shelf.published().order_by().values_list("organ", flat=True).distinct()
    return list(Organ.objects.filter(pk__in={*held, *documents}))


def _results(request: DeskRequest, asked: Question) -> dict[str, Any]:
    if not asked.kind:
        bands = found.bands(request.actor, asked, timezone.localdate())
        return {"asked": asked, "bands": bands, "any": any(band.lines for band in bands)}
    lines = found.lines(request.actor, asked, asked.kind)
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    return {"asked": asked, "page": page, "any": bool(lines)}
