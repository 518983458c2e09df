"""The desk page on which people make and revoke their own tokens."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fazhi.api import actions
from fazhi.api.models import ApiToken
from fazhi.api.scope import Scope
from fazhi.fault import Fault
from fazhi.identity.confirm import asks_again
from fazhi.office.actor import Actor
from fazhi.office.guard import requires
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.office.status import status_of

DAYS = ((30, "30天"), (90, "90天"), (180, "180天"), (365, "一年"))


class Request(HttpRequest):
    """A request with the actor behind the log-in."""

    actor: Actor


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: Request) -> HttpResponseBase:
    """The person's tokens; a new one shows its text this once, to who gives the password again."""
    return _make(request) if request.method == "POST" else _page(request)


@asks_again
def _make(request: Request) -> HttpResponse:
    asked = actions.Make(
        organ=_number(request, "organ"),
        label=request.POST.get("label", ""),
        scopes=tuple(request.POST.getlist("scopes")),
        days=_number(request, "days"),
    )
    try:
        made = asked.perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, status_of(fault), fault=fault, tried=asked)
    return _page(request, made=made)


@requires(Right.READ)
@require_POST
def revoke(request: Request, pk: int) -> HttpResponse:
    """Stop a token."""
    row = actions.revoke(request.actor, pk, timezone.now())
    messages.success(request, f"已停用：{row}")
    return redirect("web:tokens")


def _number(request: Request, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < len(str(2**31)) else 0


def _page(request: Request, status: int = 200, **more: Any) -> HttpResponse:
    now = timezone.now()
    rows = ApiToken.objects.filter(person_id=request.actor.identity).select_related("organ")
    context = {
        "tokens": [(row, row.opens(now)) for row in rows],
        "organs": Organ.objects.filter(pk__in=request.actor.organs()),
        "scopes": Scope.choices,
        "days": DAYS,
        **more,
    }
    return render(request, "api/tokens.html", context, status=status)


urlpatterns = [
    path("tokens", tokens, name="tokens"),
    path("tokens/<int:pk>/revoke", revoke, name="token-revoke"),
]
