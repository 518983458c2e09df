"""Every refusal reaches the reader as one page: code, what was wrong, article, what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from fazhi.fault import Fault
from fazhi.office.status import status_of


def fault_page(request: HttpRequest, fault: Fault, status: int | None = None) -> HttpResponse:
    """The page of one refusal, in the frame of the desk for whoever is logged in, else in the public one."""
    logged_in = getattr(getattr(request, "user", None), "is_authenticated", False)
    context = {"fault": fault, "frame": "web/desk.html" if logged_in else "web/portal.html"}
    response = render(request, "web/fault.html", context, status=status or status_of(fault))
    response.fault_code = fault.code  # type: ignore[attr-defined]
    if logged_in:  # its frame names whoever it is
        add_never_cache_headers(response)
    return response


class FaultMiddleware:
    """Turn a ``Fault`` raised by any view into its page; nothing else is caught."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return fault_page(request, error) if isinstance(error, Fault) else None
