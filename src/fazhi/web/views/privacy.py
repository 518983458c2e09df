"""个人信息怎样使用: the district's own notice where there is one, and what the system does."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fazhi.office.guard import public


@public("everybody is told what is done with what they fill in")
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """The notice by paragraphs; without one the page says so, and invents none."""
    config = settings.CONFIG
    paragraphs = [one.strip() for one in config.privacy.split("\n\n") if one.strip()]
    context = {
        "place": "privacy",
        "paragraphs": paragraphs,
        "idle": config.public_idle_minutes,
        "whole": config.public_session_minutes,
    }
    return render(request, "web/privacy.html", context)
