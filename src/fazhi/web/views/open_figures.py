"""The frozen figures of the district that the packs make public: for everybody, without their rows."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.indicators import definitions, standing
from fazhi.office.guard import public


@public("the packs say which figures are for everybody, and only frozen ones are shown")
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Each public indicator with the periods that were frozen, corrections beside what they corrected."""
    known = [one for one in definitions.on(timezone.localdate()) if one.public]
    bands = [(one, standing.frozen(one, None)) for one in known]
    return render(request, "web/open_figures.html", {"place": "lists", "bands": bands})
