"""The city's unified identity lets in people of the list and refuses all others, with a code."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from fazhi.config import Config, read
from fazhi.fault import Fault
from fazhi.identity.models import Event
from fazhi.identity.provider import providers
from tests.conftest import Personas
from tests.identity.conftest import configured
from tests.identity.issuer import CLIENT, SECRET, Issuer, serve
from tests.web.page import text

DOOR = "/login/oidc/city"


@pytest.fixture
def issuer(
    personas: Personas, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Issuer]:
    """An issuer of this machine, and the installation set to it."""
    told = Issuer()
    server = serve(told)
    file = tmp_path / "secret"
    file.write_text(SECRET + "\n", "utf-8")
    values = {"oidc_issuer": told.url, "oidc_client": CLIENT, "oidc_secret_file": file}
    configured(monkeypatch, **values)
    oidc = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"] | {"APPS": providers(Config(**values))}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": oidc}
    yield told
    server.shutdown()
    server.server_close()


def come(issuer: Issuer, client: Client | None = None) -> Any:
    """Through the unified identity and back."""
    client = client or Client()
    leads = client.post(DOOR, {"next": "/matrix"})
    assert leads["Location"].startswith(f"{issuer.url}/authorize?")
    return client.get(issuer.allow(leads["Location"]))


def test_a_person_of_the_list_comes_in_and_goes_where_they_wanted(issuer: Issuer) -> None:
    client = Client()
    assert come(issuer, client)["Location"] == "/matrix"
    assert "演示·承办人甲" in client.get("/account/sessions").content.decode()
    assert Event.objects.get(kind="success").detail == "统一身份认证"


def test_the_door_shows_only_where_there_is_an_issuer(issuer: Issuer) -> None:
    assert "用统一身份认证登录" in text(Client().get("/login"))
    assert Client().get(DOOR).status_code == 405


def test_without_an_issuer_there_is_no_door(personas: Personas) -> None:
    assert "用统一身份认证登录" not in text(Client().get("/login"))
    assert Client().post(DOOR).status_code == 404


@pytest.mark.parametrize("claims", [{"preferred_username": "nobody"}, {}, {"preferred_username": 7}])
def test_whom_nobody_registered_is_refused_and_not_created(issuer: Issuer, claims: dict[str, Any]) -> None:
    issuer.claims = {"sub": "u-9", **claims}
    before = get_user_model().objects.count()
    refused = come(issuer)
    assert refused.status_code == 403
    assert "identity.E020" in text(refused)
    assert get_user_model().objects.count() == before
    assert Event.objects.get().kind == "refused"


def test_a_name_taken_over_by_another_subject_is_refused(issuer: Issuer) -> None:
    come(issuer)
    issuer.claims = {"sub": "u-2", "preferred_username": "clerk"}
    assert "identity.E021" in text(come(issuer))


def test_a_known_subject_comes_in_under_a_new_name(issuer: Issuer) -> None:
    come(issuer)
    issuer.claims = {"sub": "u-1", "preferred_username": "renamed"}
    client = Client()
    assert come(issuer, client).status_code == 302
    assert "演示·承办人甲" in client.get("/account/sessions").content.decode()


def test_who_left_service_does_not_come_in(issuer: Issuer) -> None:
    come(issuer)
    get_user_model().objects.filter(username="clerk").update(is_active=False)
    assert "identity.E023" in text(come(issuer))


def test_answers_about_two_subjects_are_refused(issuer: Issuer) -> None:
    issuer.userinfo = {"sub": "u-7", "preferred_username": "leader"}
    refused = come(issuer)
    assert "identity.E022" in text(refused)


def test_a_token_for_somebody_else_is_refused(issuer: Issuer) -> None:
    issuer.audience = "other"
    assert "identity.E022" in text(come(issuer))


@pytest.mark.parametrize("query", ["", "?code=abc&state=forged", "?error=access_denied", "?code=abc"])
def test_a_way_back_that_nobody_set_out_on_is_refused(issuer: Issuer, query: str) -> None:
    refused = Client().get(f"{DOOR}/back{query}")
    assert refused.status_code == 400
    assert "identity.E022" in text(refused)
    assert "/token" not in issuer.asked


def test_an_issuer_that_says_nothing_is_a_coded_page(issuer: Issuer) -> None:
    issuer.broken = True
    assert "identity.E022" in text(Client().post(DOOR))


@pytest.mark.parametrize(
    "given",
    [
        {"FAZHI_OIDC_ISSUER": "http://id.example.org"},
        {"FAZHI_OIDC_ISSUER": "https://id.example.org"},
        {"FAZHI_OIDC_ISSUER": "https://id.example.org", "FAZHI_OIDC_CLIENT": "fazhi"},
        {"FAZHI_OIDC_SECRET_FILE": "/nowhere/secret"},
        {"FAZHI_SECOND_FACTOR": "clerk,emperor"},
        {"FAZHI_IDLE_MINUTES": "0"},
        {"FAZHI_LOCKOUT_FAILURES": "1"},
    ],
)
def test_nonsense_is_refused_at_start(given: dict[str, str]) -> None:
    with pytest.raises(Fault) as refused:
        read(given)
    assert refused.value.code == "config.E001"


def test_the_roles_that_need_a_second_factor_are_a_list() -> None:
    assert read({"FAZHI_SECOND_FACTOR": "clerk, auditor"}).second_factor == {"clerk", "auditor"}
