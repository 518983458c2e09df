"""The display switch: dark mode and 长者模式 for any reader, by an ordinary form."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from fazhi.office.guard import public
from fazhi.web.display import Display, Theme, display_of


@public("changes nothing but two cookies of this device")
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Keep the choice and go back to where the reader was."""
    response = HttpResponseRedirect(_back(request))
    _chosen(request).keep(response)
    return response


def _chosen(request: HttpRequest) -> Display:
    display = display_of(request)
    theme, elder = request.POST.get("theme", ""), request.POST.get("elder")
    if theme in set(Theme):
        display = replace(display, theme=Theme(theme))
    return display if elder is None else replace(display, elder=elder == "1")


def _back(request: HttpRequest) -> str:
    back = request.POST.get("next", "")
    return back if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()) else "/"
