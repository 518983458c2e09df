"""The page of a locked door: it says when to try again, and the same for names that nobody has."""

from collections.abc import Mapping
from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from fazhi.identity.lockout import opens_again, refusal
from fazhi.web.faults import fault_page


def locked(
    request: HttpRequest, _response: HttpResponse | None, credentials: Mapping[str, Any] | None
) -> HttpResponse:
    """What whoever is locked sees in place of any answer."""
    page = fault_page(request, refusal(request, credentials))
    if again := opens_again(request, credentials):
        seconds = ceil((again - timezone.now()).total_seconds())
        page["Retry-After"] = str(max(seconds, 1))
    return page
