"""A self-service terminal in a hall: the next person finds nothing of the one before."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from fazhi.web.display import Display

COOKIE = "kiosk"
IDLE, WARNING = 60, 30
"""Seconds without a touch before the question, and those of the count-down under it."""
PATIENCE = 5
"""How many times longer the terminal waits in 长者模式."""
UNSEEN = 240
"""Seconds a page stands where no script can tell whether somebody touches it."""


@dataclass(frozen=True)
class Terminal:
    """How long this page waits; ``idle`` is 0 where there is nothing to clear."""

    idle: int
    unseen: int
    warning: int


def is_on(request: HttpRequest) -> bool:
    """Whether this device is a terminal."""
    return request.COOKIES.get(COOKIE) == "1"


def terminal(request: HttpRequest, display: Display) -> Terminal | None:
    """The terminal's waiting times; nothing on any other device: there no page has a time-out."""
    if not is_on(request):
        return None
    fresh = request.path == reverse("web:kiosk") and display == Display()
    factor = 0 if fresh else PATIENCE if display.elder else 1
    return Terminal(IDLE * factor, UNSEEN * factor, WARNING)


def start(request: HttpRequest) -> None:
    """Treat this very request as a terminal's."""
    request.COOKIES[COOKIE] = "1"


def keep(response: HttpResponse) -> None:
    """Make the device a terminal until its browser is closed."""
    response.set_cookie(COOKIE, "1", samesite="Lax", httponly=True)


def leave(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")


class KioskMiddleware:
    """On a terminal no page is kept: going back after the end shows nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if is_on(request):
            add_never_cache_headers(response)
        return response
