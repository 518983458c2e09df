"""What a page takes in is measured by who sends it: an official by the log-in, others by the network."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from fazhi.documents.upload import quota
from fazhi.fault import Fault
from fazhi.identity.client import network_of
from fazhi.web.faults import fault_page


class QuotaMiddleware:
    """Refuse files beyond a sender's day before any page reads them.

    A view that is open to forms of others reads its request itself; the programming interface counts there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        if request.method != "POST" or getattr(view, "csrf_exempt", False) or not request.FILES:
            return None
        sizes = [one.size or 0 for _, sent in request.FILES.lists() for one in sent]
        who = f"user {request.user.pk}" if request.user.is_authenticated else network_of(request)
        try:
            quota.demand(who, sizes, timezone.localdate())
        except Fault as fault:
            return fault_page(request, fault)
        return None
