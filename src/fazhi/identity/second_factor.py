"""Some posts are worth more than a password: their holders are led to set up a second factor first."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from fazhi.office.actor import Actor
from fazhi.office.right import Right

View = Callable[..., Any]
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What a person has; recovery codes alone are no second factor, only its spare."""


def demanded(actor: Actor) -> bool:
    """Whether a post of this person, held or delegated, demands a second factor."""
    return any(role.value in settings.CONFIG.second_factor for _, role in actor.capacities())


def is_set_up(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether the person has one."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists())


def before_second_factor(view: View) -> View:
    """Mark a view that a person may use who still has to set up the second factor."""
    view.before_second_factor = True  # type: ignore[attr-defined]
    return view


class SecondFactorMiddleware:
    """Lead whoever lacks a demanded second factor to the page where it is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, _args: Any, _kwargs: Any) -> HttpResponse | None:
        guarded = isinstance(getattr(view, "policy", None), Right)
        if not guarded or hasattr(view, "before_second_factor"):
            return None
        lacking = demanded(request.actor) and not is_set_up(request.user)  # type: ignore[attr-defined]
        return redirect("mfa_index") if lacking else None
