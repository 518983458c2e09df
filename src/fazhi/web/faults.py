"""Every refusal reaches the reader as one page: code, what was wrong, article, what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fazhi.fault import Fault

FORBIDDEN = {"cases.E024", "identity.E020", "identity.E021", "office.E001", "office.E002"}
TOO_MANY = {"identity.E001"}
CONFLICT = {"cases.E019", "cases.E409", "documents.E409", "duties.E409", "registers.E409"}
MISSING = {
    "cases.E001", "cases.E064", "cases.E067", "cases.E404", "citation.E002", "documents.E030",
    "identity.E003", "office.E017", "registers.E050", "registers.E051",
}  # fmt: skip


def status_of(fault: Fault) -> int:
    """The HTTP status of a refusal: no right 403, no such thing 404, moved meanwhile 409,
    tried too often 429, otherwise 400.

    >>> status_of(Fault("office.E001", "", "")), status_of(Fault("outline.E001", "", ""))
    (403, 400)
    """
    if fault.code in FORBIDDEN:
        return 403
    if fault.code in MISSING:
        return 404
    if fault.code in TOO_MANY:
        return 429
    return 409 if fault.code in CONFLICT else 400


def fault_page(request: HttpRequest, fault: Fault, status: int | None = None) -> HttpResponse:
    """The page of one refusal, in the frame of the desk for whoever is logged in, else in the public one."""
    logged_in = getattr(getattr(request, "user", None), "is_authenticated", False)
    context = {"fault": fault, "frame": "web/desk.html" if logged_in else "web/portal.html"}
    return render(request, "web/fault.html", context, status=status or status_of(fault))


class FaultMiddleware:
    """Turn a ``Fault`` raised by any view into its page; nothing else is caught."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return fault_page(request, error) if isinstance(error, Fault) else None
