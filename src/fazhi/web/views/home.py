"""The portal's first page: the errands people come for, the law's search box, the periods asked for most."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fazhi.office.guard import public
from fazhi.packs import rulebook

ASKED = (
    "recon-apply-60d",
    "lit-suit-6m-direct",
    "lit-suit-15d-after-recon",
    "cf64-request-5wd",
    "gov-dr-009",
)
"""Rules that a person who was served a paper, or asked for one, wants first."""


@public("the way in for everybody; it shows errands and rules of law, no data")
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    rules = rulebook.rules()
    return render(request, "web/home.html", {"asked": [rules[name] for name in ASKED if name in rules]})
