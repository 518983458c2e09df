"""What every address of the interface does before and after its operation: count, and answer as a problem."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from fazhi.api import rate
from fazhi.api.bearer import BUSY
from fazhi.api.problem import problem
from fazhi.fault import Fault
from fazhi.identity.client import network_of
from fazhi.office.guard import public

View = Callable[..., HttpResponseBase]
METHOD = Fault("api.E405", "这个地址不接受这种请求方法", "请看 Allow 所列的方法")
MISSING = Fault("api.E404", "没有这个接口地址", "请核对地址；全部地址见 /api/v1/reference")


def edged(view: View, policy: str) -> View:
    """The view behind the count of its address; no cookie is read, so no form token is asked for."""

    @csrf_exempt
    @wraps(view, updated=())
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        now = timezone.now()
        if seconds := rate.wait("address", network_of(request), rate.PER_ADDRESS, now):
            return problem(BUSY, headers={"Retry-After": str(seconds)})
        return _answer(view, request, *args, **kwargs)

    guarded.policy = policy  # type: ignore[attr-defined]
    return guarded


def _answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    head = request.method == "HEAD"
    if head:
        request.method = "GET"
    response = view(request, *args, **kwargs)
    if response.status_code == METHOD_NOT_ALLOWED:
        return problem(METHOD, headers={"Allow": response["Allow"]})
    if head and isinstance(response, HttpResponse):
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    if response.get("Content-Type", "").startswith("application/json"):
        response.headers.setdefault("Content-Disposition", 'attachment; filename="api.json"')
    if "Cache-Control" not in response:
        response["Cache-Control"] = "private, no-cache"
    patch_vary_headers(response, ("Authorization",))
    return response


METHOD_NOT_ALLOWED = 405


@public("says only that nothing is here")
def missing(request: HttpRequest, rest: str) -> HttpResponse:  # noqa: ARG001
    """Whatever is no address of the interface."""
    return problem(MISSING)
