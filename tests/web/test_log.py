"""The log says what happened and how long it took, and never who it was about."""

import io
import json
import logging
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.test import Client

from fazhi.api.models import ApiToken
from fazhi.api.scope import Scope
from fazhi.log import JsonFormatter
from tests.api.conftest import System, token_of
from tests.conftest import Personas

NAME, NUMBER = "张志祥", "110101199003078515"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the handlers of an installation write, at the finest level."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonFormatter())
    loggers = [logging.getLogger(name) for name in ("", "fazhi.request", "django", "django.request", "axes")]
    levels = [one.level for one in loggers]
    loggers[0].addHandler(handler)
    for one in loggers:
        one.setLevel(logging.INFO)
    yield written
    loggers[0].removeHandler(handler)
    for one, level in zip(loggers, levels, strict=True):
        one.setLevel(level)


def lines(log: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.mark.django_db
def test_a_request_is_a_line_with_its_route_and_time(log: io.StringIO) -> None:
    Client().get("/statutes/行政复议法")
    line = next(one for one in lines(log) if one["event"] == "request")
    assert (line["method"], line["route"], line["status"]) == ("GET", "statutes/<str:key>", 200)
    assert isinstance(line["ms"], float)


def test_who_was_refused_is_a_number(log: io.StringIO, stranger: Client) -> None:
    stranger.get("/duties")
    Client().get("/portal")
    refused, visitor = [one for one in lines(log) if one["event"] == "request"]
    assert (refused["status"], refused["code"]) == (403, "office.E001")
    assert refused["who"] == f"user {stranger.session['_auth_user_id']}"
    assert "who" not in visitor


@pytest.mark.django_db
def test_a_token_that_may_not_is_named_by_its_number(log: io.StringIO, personas: Personas) -> None:
    system = System(token_of(personas.clerk, Scope.CASES_READ))
    answer = system.post("/cases", {})
    line = next(one for one in lines(log) if one["event"] == "request")
    assert (answer.status_code, line["who"]) == (403, f"token {ApiToken.objects.get().pk}")


@pytest.mark.django_db
def test_no_name_and_no_number_reaches_the_log(log: io.StringIO) -> None:
    client = Client(raise_request_exception=False)
    client.get("/search", {"q": f"{NAME} {NUMBER}"})
    client.get(f"/statutes/{NAME}", headers={"referer": f"http://localhost/{NUMBER}", "user-agent": NAME})
    client.get(f"/nowhere/{NAME}/{NUMBER}")
    client.get("/portal", HTTP_HOST=f"{NUMBER}.example.org")
    client.post("/login", {"username": NAME, "password": NUMBER})
    client.post("/verify", {"code": NUMBER})
    client.generic(f"GET{NUMBER}", "/portal")
    with patch("fazhi.web.views.search.found.bands", side_effect=ValueError(f"{NAME} {NUMBER}")):
        assert client.get("/search", {"q": NAME}).status_code == 500
    assert len(lines(log)) >= 8
    assert NAME not in log.getvalue()
    assert NUMBER not in log.getvalue()


@pytest.mark.django_db
def test_a_failure_is_told_by_its_kind_and_place(log: io.StringIO) -> None:
    with patch("fazhi.web.views.search.found.bands", side_effect=ValueError(NAME)):
        Client(raise_request_exception=False).get("/search?q=法")
    line = next(one for one in lines(log) if "exception" in one)
    trace = line["trace"]
    assert line["exception"] == "ValueError"
    assert isinstance(trace, list)
    assert any("search.py" in place for place in trace)


def test_a_message_that_comes_ready_made_from_elsewhere_is_not_told(log: io.StringIO) -> None:
    logging.getLogger("elsewhere").warning(f"lost {NAME}")
    logging.getLogger("elsewhere").warning("lost %s", NAME)
    assert [line["event"] for line in lines(log)] == ["", "lost %s"]
