"""The display switch: language, 长者模式, the accessibility tools, for any reader, by an ordinary form."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from fazhi.office.guard import public
from fazhi.web.display import Display, display_of


@public("changes nothing but the display cookies of this device")
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Keep the choice and go back to where the reader was; ``defaults`` forgets all but the language."""
    display = display_of(request)
    if "defaults" in request.POST:
        display = Display(language=display.language)
    response = HttpResponseRedirect(_back(request))
    display.chosen(request.POST.dict()).keep(response)
    return response


def _back(request: HttpRequest) -> str:
    back = request.POST.get("next", "")
    return back if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()) else "/"
