"""Logs that machines read and that name nobody: fixed fields, no message that a person's words went into.

A log is copied, kept and read by people who may not see the files it is about. So values put into a message,
addresses with what was asked, bodies and texts of exceptions never reach it; places in the code do.
"""

import json
import logging
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from django.http import HttpRequest, HttpResponse

from fazhi import tally

FIELDS = ("method", "route", "status", "code", "who", "ms")
"""What a request's line says; the route is the pattern of the address, not the address."""
LOGGER = logging.getLogger("fazhi.request")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
WRONG = 400
REFUSED = frozenset({401, 403, 404, 405, 429})
"""Answers that say no to somebody: on record with who asked, by a number that says nothing outside."""


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, logger, event and place; of an exception its type and where it was raised."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": _event(record),
            "place": f"{record.module}:{record.lineno}",
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            line |= _raised(record.exc_info[0], record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def _event(record: logging.LogRecord) -> str:
    """The message before anything was put into it; one of others that came ready-made is not told."""
    told = record.args or record.name.startswith("fazhi.")
    return str(record.msg) if told and isinstance(record.msg, str) else ""


def _raised(kind: type[BaseException], trace: TracebackType | None) -> dict[str, Any]:
    frames = traceback.extract_tb(trace)[-8:]
    return {
        "exception": kind.__name__,
        "trace": [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames],
    }


class RequestLogMiddleware:
    """A line for every request: what kind of page, how it ended, how long it took."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = self.get_response(request)
        spent = round((time.perf_counter() - start) * 1000, 1)
        LOGGER.info("request", extra={**_said(request, response), "ms": spent})
        return response


def _said(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    """What the line says; what went wrong is counted, too, and a refusal names who was refused."""
    matched, status = request.resolver_match, response.status_code
    method = request.method if request.method in METHODS else "other"
    line: dict[str, Any] = {"method": method, "route": matched.route if matched else "", "status": status}
    if status >= WRONG:
        line["code"] = getattr(response, "fault_code", "")
        tally.count(tally.Refusal(**line))
    if status in REFUSED:
        line["who"] = who(request)
    return line


def who(request: HttpRequest) -> str:
    """Who asked, by the number of a token, a log-in or a public account; empty for anybody else."""
    if token := getattr(request, "token", None):
        return f"token {token}"
    if hasattr(request, "actor") and request.user.is_authenticated:  # nobody is looked up for this line
        return f"user {request.user.pk}"
    citizen = getattr(request, "citizen", None)
    return f"public {citizen.pk}" if citizen else ""


def logging_of(*, quiet: bool) -> dict[str, Any]:
    """Django's logging: JSON lines to the standard error; ``quiet`` leaves requests out."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "fazhi.log.JsonFormatter"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            "fazhi.request": {"level": "WARNING" if quiet else "INFO"},
        },
    }
