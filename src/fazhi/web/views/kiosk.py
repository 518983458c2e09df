"""The terminal's pages: its start, the question whether somebody is still there, its end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from fazhi.office.guard import public
from fazhi.web import citizen, kiosk
from fazhi.web.display import Display

GONE = '"cache", "storage"'
"""What the browser is told to drop at the end, besides the cookies that are taken back one by one."""


@public("large tiles to what is open to everybody anyway")
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The tiles; opening them makes this device a terminal."""
    kiosk.start(request)
    response = render(request, "web/kiosk.html")
    kiosk.keep(response)
    return response


@public("asks whether somebody is still there, shows nothing")
@require_safe
def idle(request: HttpRequest) -> HttpResponse:
    """The count-down for browsers without script; ``next`` is the page to go on with."""
    back = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return render(request, "web/kiosk_idle.html", {"back": back if safe else "/kiosk"})


@public("forgets what a person left on a terminal")
@require_safe
def end(request: HttpRequest) -> HttpResponse:
    """Session, choices and stored pages go; on a device that is no terminal nothing happens."""
    response = redirect("web:kiosk")
    if kiosk.is_on(request):
        citizen.leave(request)
        request.session.flush()
        Display().keep(response)
        response.headers["Clear-Site-Data"] = GONE
    return response


@public("makes a terminal an ordinary device again")
@require_POST
def leave(_request: HttpRequest) -> HttpResponse:
    response = redirect("web:home")
    kiosk.leave(response)
    return response
