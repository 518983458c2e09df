"""No view without a policy: each names the right it needs, or says why it is open to everybody."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers

from fazhi.office.actor import actor_of
from fazhi.office.right import Right

View = Callable[..., HttpResponseBase]


def requires(right: Right, door: str = "") -> Callable[[View], View]:
    """Guard a view by a right; without a log-in the visitor is sent to the log-in page, or to ``door``.

    The answer is kept by no browser: after the log-out nobody goes back to it on a shared machine.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect(door) if door else redirect_to_login(request.get_full_path())
            request.actor.demand(right)  # type: ignore[attr-defined]
            response = view(request, *args, **kwargs)
            add_never_cache_headers(response)
            return response

        guarded.policy = right  # type: ignore[attr-defined]
        return guarded

    return guard


def public(reason: str) -> Callable[[View], View]:
    """Mark a view as open to everybody, and say why."""

    def mark(view: View) -> View:
        view.policy = f"public: {reason}"  # type: ignore[attr-defined]
        return view

    return mark


class ActorMiddleware:
    """Put the actor on each request, so that no view works out rights by itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = actor_of(request.user)  # type: ignore[attr-defined]
        return self.get_response(request)
