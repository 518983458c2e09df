"""An operator helps a person who lost every factor; the record says that it was the operator."""

import json

import pytest
from allauth.mfa.models import Authenticator
from typer.testing import CliRunner

from fazhi.cli import app
from fazhi.identity.models import Event, OpenSession
from tests.conftest import Personas
from tests.identity.conftest import entered
from tests.identity.test_factors import set_up


def run(*words: str) -> object:
    return CliRunner().invoke(app, ["office", *words])


@pytest.mark.usefixtures("personas")
def test_a_reset_takes_all_factors_and_ends_all_log_ins() -> None:
    client = entered("clerk")
    set_up(client)
    said = json.loads(run("factors", "clerk", "--reset", "--json").stdout)  # type: ignore[attr-defined]
    assert (said["factors"], said["removed"]) == ([], 2)
    assert not Authenticator.objects.exists()
    assert not OpenSession.objects.filter(ended=None).exists()
    assert client.get("/account/sessions").status_code == 302
    assert Event.objects.filter(
        kind="factor-removed", detail__contains="管理员", user__username="clerk"
    ).exists()


@pytest.mark.usefixtures("personas")
def test_without_the_word_nothing_is_taken() -> None:
    set_up(entered("clerk"))
    assert "totp" in run("factors", "clerk").stdout  # type: ignore[attr-defined]
    assert Authenticator.objects.count() == 2


def test_a_new_password_from_the_server_is_on_record(personas: Personas) -> None:
    client = entered("clerk")
    run("password", "clerk")
    assert Event.objects.filter(kind="issued", detail__contains="管理员").exists()
    assert client.get("/account/sessions").status_code == 302
