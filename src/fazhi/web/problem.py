"""What machines get: answers with Chinese as written, mistakes as problems with our codes (RFC 9457)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import JsonResponse

CHINESE = {"ensure_ascii": False}


def answered(answer: Mapping[str, Any]) -> JsonResponse:
    """An answer in JSON."""
    return JsonResponse(answer, json_dumps_params=CHINESE)


def problem(mistakes: Sequence[Mapping[str, Any]], status: int = 400) -> JsonResponse:
    """Mistakes, each a ``Fault`` as a mapping; the first one is the problem's title."""
    first = mistakes[0]
    told = {
        "type": "about:blank",
        "title": first["wrong"],
        "status": status,
        "detail": first["remedy"],
        "code": first["code"],
        "errors": mistakes,
    }
    kind = "application/problem+json"
    return JsonResponse(told, status=status, content_type=kind, json_dumps_params=CHINESE)
