"""The log-in of machines: a token in the header, counted, and open for one scope."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from fazhi.api import caller, rate
from fazhi.api.caller import Caller
from fazhi.api.problem import Refused
from fazhi.api.scope import Scope
from fazhi.fault import Fault

BUSY = Fault("api.E429", "请求过于频繁", "请按 Retry-After 所示的秒数等待后再试")


class ApiRequest(HttpRequest):
    """A request whose token was accepted: the actor is the caller behind it, whoever is logged in."""

    auth: Caller


class Bearer(HttpBearer):
    """``Authorization: Bearer fazhi_…`` with a token that opens the scope."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        now = timezone.now()
        row, found = caller.behind(token, now)
        request.token = row.pk  # type: ignore[attr-defined]
        if seconds := rate.wait("token", row.pk, rate.PER_TOKEN, now):
            raise Refused(BUSY, headers={"Retry-After": str(seconds)})
        found.demand_scope(self.scope)
        return found


def needs(scope: Scope, **extra: Any) -> dict[str, Any]:
    """The arguments of an operation that a token with the scope opens."""
    return {"auth": Bearer(scope), "openapi_extra": {"x-policy": scope.value, **extra}}


def open_to_all(reason: str, **extra: Any) -> dict[str, Any]:
    """The arguments of an operation that is open to everybody, with the reason."""
    return {"auth": None, "openapi_extra": {"x-policy": f"public: {reason}", **extra}}
