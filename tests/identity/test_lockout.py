"""Guessing a password ends in a coded page that says when to try again, alike for every name."""

import re
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.test import Client

from fazhi.identity import lockout
from fazhi.identity.models import Event
from tests.conftest import Personas
from tests.identity.conftest import PASSWORD, configured, entered, try_to_enter, with_password
from tests.web.page import text

LIMIT = settings.CONFIG.lockout_failures


def guess(client: Client, login: str, times: int) -> Any:
    response = None
    for number in range(times):
        response = try_to_enter(client, login, f"猜-{number}")
    return response


@pytest.mark.usefixtures("personas")
def test_after_the_limit_even_the_right_password_is_not_heard() -> None:
    with_password("clerk")
    client = Client()
    assert guess(client, "clerk", LIMIT - 1).status_code == 200
    locked = guess(client, "clerk", 1)
    assert locked.status_code == 429
    assert "identity.E001" in text(locked)
    assert 0 < int(locked["Retry-After"]) <= settings.CONFIG.lockout.total_seconds()
    assert re.search(r"请在\d\d:\d\d 之后再试", text(locked))
    assert try_to_enter(client, "clerk", PASSWORD).status_code == 429


@pytest.mark.usefixtures("personas")
def test_a_name_that_nobody_has_is_answered_like_one_that_somebody_has() -> None:
    with_password("clerk")
    known, unknown = Client(), Client()
    for _ in range(LIMIT):
        one, two = try_to_enter(known, "clerk", "猜"), try_to_enter(unknown, "nobody", "猜")
        assert one.status_code == two.status_code
        assert text(one).replace("clerk", "") == text(two).replace("nobody", "")


@pytest.mark.usefixtures("personas")
def test_the_lock_is_for_this_name_at_this_address() -> None:
    with_password("clerk")
    with_password("leader")
    guess(Client(), "clerk", LIMIT)
    assert try_to_enter(Client(), "leader", PASSWORD).status_code == 302
    assert try_to_enter(Client(REMOTE_ADDR="10.1.2.3"), "clerk", PASSWORD).status_code == 302


@pytest.mark.usefixtures("personas")
def test_a_log_in_forgets_the_failures_before_it() -> None:
    with_password("clerk")
    client = Client()
    guess(client, "clerk", LIMIT - 1)
    assert try_to_enter(client, "clerk", PASSWORD).status_code == 302
    assert guess(Client(), "clerk", LIMIT - 1).status_code == 200


@pytest.mark.usefixtures("personas")
def test_behind_the_proxy_the_address_is_the_one_the_proxy_saw(monkeypatch: pytest.MonkeyPatch) -> None:
    with_password("clerk")
    configured(monkeypatch, secure=True)
    for number in range(LIMIT):
        forged = Client(HTTP_X_FORWARDED_FOR=f"10.9.9.{number}, 203.0.113.7")
        response = try_to_enter(forged, "clerk", "猜")
    assert response.status_code == 429
    assert set(Event.objects.values_list("address", flat=True)) == {"203.0.113.7"}
    other = Client(HTTP_X_FORWARDED_FOR="203.0.113.8")
    assert try_to_enter(other, "clerk", PASSWORD).status_code == 302


@pytest.mark.usefixtures("personas")
def test_without_the_proxy_setting_nobody_chooses_an_address() -> None:
    try_to_enter(Client(HTTP_X_FORWARDED_FOR="203.0.113.7"), "clerk", "猜")
    assert Event.objects.get().address == "127.0.0.1"


def test_no_table_holds_what_was_typed(personas: Personas) -> None:
    try_to_enter(Client(), "误把口令输入此处-99", "口令在此-77")
    attempt = AccessAttempt.objects.get()
    kept = [
        str(v) for row in (*AccessAttempt.objects.values(), *Event.objects.values()) for v in row.values()
    ]
    assert attempt.failures_since_start == 1
    assert not [v for v in kept if "误把口令" in v or "口令在此" in v]


@pytest.mark.usefixtures("personas")
def test_guessing_from_many_addresses_ends_and_the_person_goes_on_working(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lockout, "WIDE", 6)
    entered("clerk", REMOTE_ADDR="10.0.0.1")
    for number in range(6):
        guess(Client(REMOTE_ADDR=f"192.0.2.{number}"), "clerk", 1)
    elsewhere = try_to_enter(Client(REMOTE_ADDR="192.0.2.99"), "clerk", PASSWORD)
    assert elsewhere.status_code == 429
    assert "identity.E007" in text(elsewhere)
    assert try_to_enter(Client(REMOTE_ADDR="10.0.0.1"), "clerk", PASSWORD).status_code == 302
    with_password("leader")
    assert try_to_enter(Client(REMOTE_ADDR="192.0.2.99"), "leader", PASSWORD).status_code == 302
