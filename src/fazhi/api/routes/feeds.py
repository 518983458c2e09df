"""The due days of a person's own cases, for calendars and feed readers, which cannot send a header."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Path

from fazhi.api import deadlines
from fazhi.api.bearer import open_to_all

router = Router()
KEY = "a calendar program cannot log in; the feeds token in the address is the key and can be revoked"


def _feed(kind: str) -> dict[int, object]:
    return {200: {"description": "订阅", "content": {kind: {"schema": {"type": "string"}}}}}


@router.get(
    "/feeds/{token}/deadlines.ics",
    summary="到期日历（ICS）",
    **open_to_all(KEY, responses=_feed(deadlines.ICS)),
)
def calendar(request: HttpRequest, token: str = Path(..., max_length=80)) -> HttpResponse:
    """本人承办案件的到期日；地址中的令牌只能有“订阅期限”一项权限。"""
    site = request.build_absolute_uri("/").rstrip("/")
    written = deadlines.ics(token, site, timezone.now())
    return HttpResponse(written, content_type=f"{deadlines.ICS}; charset=utf-8")


@router.get(
    "/feeds/{token}/deadlines.atom",
    summary="到期订阅（Atom）",
    **open_to_all(KEY, responses=_feed(deadlines.ATOM)),
)
def atom(request: HttpRequest, token: str = Path(..., max_length=80)) -> HttpResponse:
    """同上，Atom 格式。"""
    site = request.build_absolute_uri("/").rstrip("/")
    written = deadlines.atom(token, site, timezone.now())
    return HttpResponse(written, content_type=f"{deadlines.ATOM}; charset=utf-8")
