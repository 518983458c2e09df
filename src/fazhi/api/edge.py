"""What every address of the interface does before and after its operation: count, and answer as a problem."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from fazhi.api import rate
from fazhi.api.bearer import BUSY
from fazhi.api.fresh import unchanged
from fazhi.api.problem import problem
from fazhi.fault import Fault
from fazhi.identity.client import network_of
from fazhi.office.guard import public

View = Callable[..., HttpResponseBase]
METHOD = Fault("api.E405", "这个地址不接受这种请求方法", "请看 Allow 所列的方法")
ABSENT = Fault("api.E404", "没有所指的内容，或者没有公布", "请从相应的列表中取编号")
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
    response = _tagged(request, view(request, *args, **kwargs))
    if response.status_code == METHOD_NOT_ALLOWED:
        return problem(METHOD, headers={"Allow": _allowed(response["Allow"])})
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


def _allowed(methods: str) -> str:
    """The methods in their order; whatever can be got can be asked after without its body."""
    named = {one.strip() for one in methods.split(",")}
    return ", ".join(sorted(named | ({"HEAD"} if "GET" in named else set[str]())))


def _tagged(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """What an operation gave no tag of its own has the digest of its words; 304 where the reader has them."""
    if not isinstance(response, HttpResponse) or not _is_kept(request, response):
        return response
    tag = response.get("ETag") or f'"{sha256(response.content).hexdigest()}"'
    return unchanged(request, response, tag.strip('"')) or response


def _is_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether a reader may keep the answer and ask after it; pages are finished later, in a language."""
    is_told = request.method == "GET" and response.status_code == HTTPStatus.OK
    is_page = response.get("Content-Type", "").startswith("text/html")
    return is_told and not is_page and "no-store" not in response.get("Cache-Control", "")


@public("says only that nothing is here")
def missing(request: HttpRequest, rest: str) -> HttpResponse:  # noqa: ARG001
    """Whatever is no address of the interface."""
    return problem(MISSING)
