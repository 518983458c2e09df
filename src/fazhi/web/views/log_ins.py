"""登录审计: what happened at the door, for the auditors, on a page and as a file."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from fazhi.identity import register
from fazhi.identity.models import Event
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.web.attachment import XLSX, attachment
from fazhi.web.desk import DeskRequest
from fazhi.web.log_in_sheet import log_in_xlsx

PAGE = 50


@requires(Right.SEE_LOG_INS)
@require_safe
def log_ins(request: DeskRequest) -> HttpResponse:
    search = _search(request.GET)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "search": search,
        "kinds": Event.Kind,
        "page": Paginator(register.matching(search), PAGE).get_page(request.GET.get("page")),
        "query": query.urlencode() and f"{query.urlencode()}&",
    }
    return render(request, "web/log_ins.html", context)


@requires(Right.SEE_LOG_INS)
@require_safe
def export(request: DeskRequest) -> HttpResponse:
    """The events that the page shows under the same filters, all pages."""
    book = log_in_xlsx(register.matching(_search(request.GET)))
    return attachment(book, f"登录审计-{timezone.localdate()}.xlsx", XLSX)


def _search(query: QueryDict) -> register.Search:
    kind = query.get("kind", "")
    return register.Search(
        text=query.get("q", "").strip()[:80].replace("\0", ""),
        kind=Event.Kind(kind) if kind in Event.Kind.values else None,
        since=_day(query.get("since", "")),
        until=_day(query.get("until", "")),
    )


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
