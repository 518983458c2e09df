"""Every refusal as a problem (RFC 9457), with our code, its article and what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import JsonResponse

from fazhi.fault import Fault
from fazhi.office.status import status_of

TYPE = "application/problem+json"
CHINESE = {"ensure_ascii": False}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "title": "Problem",
    "required": ["type", "title", "status", "detail", "code", "basis", "remedy"],
    "properties": {
        "type": {"type": "string", "description": "about:blank：以 code 为准"},
        "title": {"type": "string", "description": "哪里不对"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "一句完整的话：代码、原因、依据、办法"},
        "code": {"type": "string", "description": "稳定的代码，例如 cases.E409"},
        "basis": {"type": "string", "description": "所依据的条款；没有的为空"},
        "remedy": {"type": "string", "description": "怎样改正"},
        "errors": {
            "type": "array",
            "description": "有多处错误时逐一列出",
            "items": {"type": "object", "additionalProperties": {"type": "string"}},
        },
    },
}


@dataclass(eq=False)
class Refused(Exception):
    """A refusal with another status than its code's own, or with every mistake listed."""

    fault: Fault
    status: int | None = None
    errors: tuple[Mapping[str, str], ...] = ()
    headers: Mapping[str, str] | None = None


def problem(
    fault: Fault,
    status: int | None = None,
    errors: Iterable[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> JsonResponse:
    """The answer to a request that was refused; never kept by a browser or proxy."""
    number = status or status_of(fault)
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": fault.wrong,
        "status": number,
        "detail": str(fault),
        "code": fault.code,
        "basis": fault.basis,
        "remedy": fault.remedy,
    }
    if listed := list(errors):
        body["errors"] = listed
    response = JsonResponse(body, status=number, content_type=TYPE, json_dumps_params=CHINESE)
    for name, value in {"Cache-Control": "no-store", **(headers or {})}.items():
        response[name] = value
    response.fault_code = fault.code  # type: ignore[attr-defined]
    return response
