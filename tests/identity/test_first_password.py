"""A password that was handed out is replaced at the first log-in, and runs out where nobody comes."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from typer.testing import CliRunner

from fazhi.cli import app
from fazhi.identity import first_password
from fazhi.identity.models import Event
from tests.conftest import Personas
from tests.identity.conftest import PASSWORD, entered, try_to_enter, with_password
from tests.web.page import text

OWN = "自己的口令-2026-甲"


@pytest.fixture
def handed(personas: Personas) -> str:
    """A password from the server for the clerk."""
    said = CliRunner().invoke(app, ["office", "password", "clerk", "--json"])
    return str(json.loads(said.stdout)["passwords"][0]["password"])


def test_it_opens_nothing_but_its_own_replacement(handed: str) -> None:
    client = Client()
    assert try_to_enter(client, "clerk", handed).status_code == 302
    for page in ("/", "/duties", "/tokens", "/account/factors", "/account/sessions"):
        assert client.get(page).headers["Location"] == "/password"
    assert "初始密码" in text(client.get("/password"))
    again = {"old_password": handed, "new_password1": handed, "new_password2": handed}
    assert client.post("/password", again).status_code == 400
    own = {"old_password": handed, "new_password1": OWN, "new_password2": OWN}
    assert client.post("/password", own).status_code == 302
    assert client.get("/duties").status_code == 200
    client.post("/logout")
    assert try_to_enter(client, "clerk", OWN).headers["Location"] == "/"
    assert client.get("/duties").status_code == 200


def test_it_runs_out(handed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_password, "LASTS", timedelta(0))
    response = try_to_enter(Client(), "clerk", handed)
    assert response.status_code == 400
    assert "identity.E004" in text(response)
    assert not Event.objects.filter(kind="success").exists()


@pytest.mark.usefixtures("personas")
def test_who_chose_the_own_password_is_asked_for_none() -> None:
    assert entered("clerk").get("/duties").status_code == 200


@pytest.mark.usefixtures("personas")
def test_a_change_is_told_by_mail_and_at_the_next_log_in(django_capture_on_commit_callbacks: Any) -> None:
    user = with_password("clerk")
    get_user_model().objects.filter(pk=user.pk).update(email="jia@example.org")
    client = entered("clerk")
    with django_capture_on_commit_callbacks(execute=True):
        own = {"old_password": PASSWORD, "new_password1": OWN, "new_password2": OWN}
        assert client.post("/password", own).status_code == 302
    (sent,) = mail.outbox
    assert sent.to == ["jia@example.org"]
    assert "修改密码" in sent.body
    assert OWN not in sent.body
    other = Client()
    assert try_to_enter(other, "clerk", OWN).status_code == 302
    assert "您的登录方式有变动" in text(other.get("/"))
    assert "您的登录方式有变动" not in text(other.get("/duties"))


@pytest.mark.usefixtures("personas")
def test_a_silent_mail_server_keeps_nobody_from_a_change(
    django_capture_on_commit_callbacks: Any, settings: Any
) -> None:
    user = with_password("clerk")
    get_user_model().objects.filter(pk=user.pk).update(email="jia@example.org")
    client = entered("clerk")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with django_capture_on_commit_callbacks(execute=True):
        own = {"old_password": PASSWORD, "new_password1": OWN, "new_password2": OWN}
        assert client.post("/password", own).status_code == 302
