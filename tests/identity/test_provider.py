"""Officials log in to another system with the account they have here, and nobody else does."""

import base64
import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
import pytest
from allauth.idp.oidc import app_settings
from allauth.idp.oidc.models import Client as System
from allauth.idp.oidc.models import Token
from django.contrib.auth import get_user_model
from django.test import Client
from jwt.algorithms import RSAAlgorithm

from fazhi.fault import Fault
from fazhi.identity import signing
from fazhi.identity.actions.client import Register, Registered, revoke
from fazhi.identity.models import Event
from fazhi.office.models import Appointment
from tests.conftest import Personas, at
from tests.identity.conftest import entered
from tests.web.page import text

BACK = "https://docs.example.org/back?from=fazhi"
VERIFIER = "v" * 64
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
NOW = at(2026, 7, 6)


@pytest.fixture(autouse=True)
def _keys_of_its_own(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def system(personas: Personas) -> Registered:
    scopes = ("openid", "profile", "email", "offices")
    return Register(name="演示·公文系统", back=(BACK,), scopes=scopes).perform(NOW)


def asked(system: Registered, **changes: str) -> str:
    query = {
        "client_id": system.client.pk, "redirect_uri": BACK, "response_type": "code", "state": "s-1",
        "scope": "openid profile offices email", "nonce": "n-1", "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    } | changes  # fmt: skip
    return f"/identity/authorize?{urlencode({k: v for k, v in query.items() if v})}"


def answer(browser: Client, system: Registered, action: str = "grant", **changes: str) -> dict[str, str]:
    """What the system is told after the page of consent."""
    address = asked(system, **changes)
    page = browser.get(address)
    assert page.status_code == 200, text(page)
    form = page.context_data["form"]
    given = {"request": form["request"].value(), "scopes": form["scopes"].value(), "action": action}
    response = browser.post(address, given)
    assert response.status_code == 302
    assert response["Location"].startswith("https://docs.example.org/back?from=fazhi&")
    return dict(parse_qsl(urlsplit(response["Location"]).query))


def exchange(system: Registered, code: str, /, **changes: str) -> Any:
    given = {
        "grant_type": "authorization_code", "code": code, "redirect_uri": BACK, "client_id": system.client.pk,
        "client_secret": system.secret, "code_verifier": VERIFIER,
    } | changes  # fmt: skip
    return Client(enforce_csrf_checks=True).post("/identity/token", given)


def kinds() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("kind", flat=True))


def test_the_whole_way_with_pkce(system: Registered) -> None:
    """Consent, code, tokens; the ID token is verified with the published key as a system does it."""
    metadata = Client().get("/.well-known/openid-configuration").json()
    assert metadata["issuer"] == "http://testserver"
    browser = entered("clerk")
    page = browser.get(asked(system))
    assert "演示·公文系统" in text(page)
    assert "https://docs.example.org" in page["Content-Security-Policy"].partition("form-action")[2]
    assert "no-store" in page["Cache-Control"]
    told = answer(browser, system)
    assert told["state"] == "s-1"
    tokens = exchange(system, told["code"])
    assert tokens.status_code == 200, tokens.content
    assert "refresh_token" not in tokens.json()
    assert [one.type for one in Token.objects.all()] == [Token.Type.ACCESS_TOKEN]
    assert "no-store" in tokens["Cache-Control"]
    (key,) = Client().get(urlsplit(metadata["jwks_uri"]).path).json()["keys"]
    claims = jwt.decode(
        tokens.json()["id_token"], RSAAlgorithm.from_jwk(key), ["RS256"],
        audience=system.client.pk, issuer=metadata["issuer"],
    )  # fmt: skip
    clerk = get_user_model().objects.get(username="clerk")
    assert claims["nonce"] == "n-1"
    assert claims["name"] == clerk.person.name
    assert claims["preferred_username"] == "clerk"
    assert "email" not in claims
    post = clerk.person.appointments.get().post
    assert claims["offices"] == [
        {"organ": "justice", "name": post.organ.full_name, "post": post.title, "role": "clerk"}
    ]
    bearer = {"Authorization": f"Bearer {tokens.json()['access_token']}"}
    assert Client().get("/identity/userinfo", headers=bearer).json()["sub"] == claims["sub"]
    assert kinds()[-2:] == ["success", "granted"]
    assert Event.objects.get(kind="granted").detail == "演示·公文系统"


def test_who_does_not_agree_is_not_named(system: Registered) -> None:
    assert answer(entered("clerk"), system, "deny") == {
        "from": "fazhi", "error": "access_denied", "state": "s-1",
    }  # fmt: skip
    assert kinds()[-1] == "declined"
    assert not Token.objects.exists()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"redirect_uri": "https://evil.example.org/back"}, "identity.E036"),
        ({"redirect_uri": BACK + "&more=1"}, "identity.E036"),
        ({"client_id": "nobody"}, "identity.E036"),
        ({"client_id": "\0"}, "identity.E036"),
        ({"code_challenge": ""}, "identity.E034"),
        ({"code_challenge_method": "plain"}, "identity.E034"),
    ],
)
def test_a_wrong_request_is_not_led_anywhere(system: Registered, changes: dict[str, str], code: str) -> None:
    page = entered("clerk").get(asked(system, **changes))
    assert page.status_code == 400
    assert code in text(page)


def test_what_the_system_may_not_ask_for_is_told_to_it(system: Registered) -> None:
    response = entered("clerk").get(asked(system, scope="openid cases"))
    assert "error=invalid_scope" in response["Location"]


def test_nobody_is_named_unasked(system: Registered) -> None:
    """Not even after consent to another system: each log-in asks."""
    browser = entered("clerk")
    exchange(system, answer(browser, system)["code"])
    other = Register(name="演示·另一系统", back=(BACK,)).perform(NOW)
    for one in (system, other):
        response = browser.get(asked(one, scope="openid", prompt="none"))
        told = dict(parse_qsl(urlsplit(response["Location"]).query))
        assert told == {"from": "fazhi", "error": "interaction_required", "state": "s-1"}


@pytest.mark.parametrize(
    "path", ["/.well-known/openid-configuration", "/identity/keys.json", "/identity/authorize",
             "/identity/token", "/identity/userinfo", "/identity/revoke"]
)  # fmt: skip
def test_the_headers_hold_on_each_path(db: None, path: str) -> None:
    for response in (Client().get(path), Client().post(path)):
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response.status_code < 500


def test_officials_alone(system: Registered) -> None:
    """The visitor is sent to the door and back; a log-in without a post is refused."""
    away = Client().get(asked(system))
    assert away["Location"].startswith("/login?next=/identity/authorize%3Fclient_id")
    get_user_model().objects.create_user("stranger")
    stranger = Client()
    stranger.force_login(get_user_model().objects.get(username="stranger"))
    page = stranger.get(asked(system))
    assert page.status_code == 403
    assert "office.E001" in text(page)


def test_who_has_left_between_consent_and_exchange_is_nobody(system: Registered) -> None:
    told = answer(entered("clerk"), system)
    Appointment.objects.filter(person__user__username="clerk").update(until=at(2024, 1, 1).date())
    response = exchange(system, told["code"])
    assert (response.status_code, response.json()["error"]) == (400, "invalid_grant")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"client_secret": "不对"}, "invalid_client"),
        ({"code_verifier": "w" * 64}, "invalid_grant"),
        ({"code": "nothing"}, "invalid_grant"),
        ({"client_id": "\0"}, "invalid_"),
        ({"redirect_uri": "https://docs.example.org/other"}, "invalid_request"),
        ({"grant_type": "urn:ietf:params:oauth:grant-type:device_code"}, "unsupported_grant_type"),
        ({"grant_type": "client_credentials"}, "unsupported_grant_type"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
def test_a_wrong_exchange_gives_nothing(system: Registered, changes: dict[str, str], error: str) -> None:
    told = answer(entered("clerk"), system)
    response = exchange(system, told["code"], **changes)
    assert response.status_code in (400, 401)
    assert response.json()["error"].startswith(error)
    assert not Token.objects.exists()
    assert "不对" not in str(list(Event.objects.values_list("detail", flat=True)))


def test_a_code_counts_once_and_for_a_minute(system: Registered, settings: Any) -> None:
    browser = entered("clerk")
    code = answer(browser, system)["code"]
    assert exchange(system, code).status_code == 200
    assert exchange(system, code).json()["error"] == "invalid_grant"
    assert app_settings.AUTHORIZATION_CODE_EXPIRES_IN == 60
    settings.IDP_OIDC_AUTHORIZATION_CODE_EXPIRES_IN = -1
    late = answer(browser, system)["code"]
    assert exchange(system, late).json()["error"] == "invalid_grant"
    assert kinds()[-1] == "client-refused"


def test_a_revoked_system_is_unknown_and_its_tokens_die(system: Registered) -> None:
    browser = entered("clerk")
    first, second = answer(browser, system)["code"], answer(browser, system)["code"]
    bearer = {"Authorization": f"Bearer {exchange(system, first).json()['access_token']}"}
    pk = system.client.pk
    assert revoke(pk, NOW) == "演示·公文系统"
    assert Client().get("/identity/userinfo", headers=bearer).status_code == 401
    gone = Registered(System(pk=pk), system.secret)
    assert exchange(gone, second).status_code == 401
    assert "identity.E036" in text(browser.get(asked(gone)))
    assert Event.objects.filter(kind="client").count() == 2
    with pytest.raises(Fault, match=r"identity\.E033"):
        revoke(pk, NOW)


def test_a_system_gives_its_token_back(system: Registered) -> None:
    access = exchange(system, answer(entered("clerk"), system)["code"]).json()["access_token"]
    proof = {"client_id": system.client.pk, "client_secret": system.secret, "token": access}
    assert Client().post("/identity/revoke", proof).status_code == 200
    bearer = {"Authorization": f"Bearer {access}"}
    assert Client().get("/identity/userinfo", headers=bearer).status_code == 401


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "identity.E030"),
        ({"back": ()}, "identity.E031"),
        ({"back": ("http://docs.example.org/",)}, "identity.E031"),
        ({"back": ("https://*.example.org/",)}, "identity.E031"),
        ({"back": ("https://docs.example.org/#a",)}, "identity.E031"),
        ({"scopes": ("profile",)}, "identity.E032"),
        ({"scopes": ("openid", "cases")}, "identity.E032"),
    ],
)
def test_what_cannot_be_registered(db: None, changes: dict[str, Any], code: str) -> None:
    given: dict[str, Any] = {"name": "演示", "back": (BACK,), **changes}
    with pytest.raises(Fault, match=code.replace(".", r"\.")):
        Register(**given).perform(NOW)
    assert not System.objects.exists()


def test_the_secret_is_not_kept(system: Registered) -> None:
    row = System.objects.get()
    assert system.secret not in str(System.objects.values().get())
    assert row.check_secret(system.secret)


def test_a_new_key_signs_and_the_old_one_stays_published(system: Registered) -> None:
    browser = entered("clerk")
    old = exchange(system, answer(browser, system)["code"]).json()["id_token"]
    assert signing.new().stat().st_mode & 0o777 == 0o600
    new = exchange(system, answer(browser, system)["code"]).json()["id_token"]
    published = {one["kid"] for one in Client().get("/identity/keys.json").json()["keys"]}
    used = {jwt.get_unverified_header(one)["kid"] for one in (old, new)}
    assert used == published
    assert len(published) == 2


def test_floods_are_stopped(system: Registered, settings: Any) -> None:
    settings.IDP_OIDC_RATE_LIMITS = {"authorize": "2/m/ip", "token": "1/m/ip"}
    browser = entered("clerk")
    code = answer(browser, system)["code"]
    assert browser.get(asked(system)).status_code == 429
    assert exchange(system, code).status_code == 200
    assert exchange(system, code).status_code == 429
