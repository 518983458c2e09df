"""The page of a locked door: it says when to try again, and the same for names that nobody has."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from fazhi.identity.lockout import refusal
from fazhi.web.faults import fault_page


def locked(
    request: HttpRequest, _response: HttpResponse | None, credentials: Mapping[str, Any] | None
) -> HttpResponse:
    """What whoever is locked sees in place of any answer."""
    return fault_page(request, refusal(request, credentials))
