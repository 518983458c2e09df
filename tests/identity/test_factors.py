"""Second factors: set up, asked for at the next log-in, demanded by some posts, guarded like passwords."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.cache import cache
from django.test import Client, TestCase

from fazhi.identity.models import Event
from fazhi.identity.notice import REUSED
from tests.conftest import Personas
from tests.identity.conftest import PASSWORD, configured, entered, try_to_enter, with_password
from tests.web.page import text

TOTP = "/account/factors/totp"


def code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def confirmed(client: Client, address: str) -> Any:
    """The page behind the question for the password."""
    asked = client.get(address)
    assert asked.status_code == 302
    assert asked["Location"].startswith("/account/confirm")
    return client.post(asked["Location"], {"password": PASSWORD, "next": address}, follow=True)


def set_up(client: Client) -> str:
    """A one-time code set up; gives its secret."""
    page = confirmed(client, TOTP)
    secret = re.findall(r"<code>([A-Z2-7]+)</code>", page.content.decode())[0]
    with TestCase.captureOnCommitCallbacks(execute=True):
        done = client.post(TOTP, {"code": code(secret)})
    assert done["Location"] == "/account/factors/codes"
    cache.clear()
    return str(secret)


def entered_twice(login: str, secret: str) -> Any:
    """The first page after both steps, with the code of the next half minute."""
    client = Client()
    try_to_enter(client, login, PASSWORD)
    later = str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + 1)))
    return client.post("/login/second", {"code": later}, follow=True)


@pytest.mark.usefixtures("personas")
def test_once_set_up_the_password_alone_opens_nothing() -> None:
    secret = set_up(entered("clerk"))
    client = Client()
    first = try_to_enter(client, "clerk", PASSWORD)
    assert first["Location"] == "/login/second"
    assert client.get("/").status_code == 302
    assert "输入第二因素" in text(client.get("/login/second"))
    second = client.post("/login/second", {"code": code(secret)})
    assert second["Location"] == "/"
    assert client.get("/account/sessions").status_code == 200
    assert Event.objects.filter(kind="success", detail="密码 + 动态口令").exists()


@pytest.mark.usefixtures("personas")
def test_the_way_goes_on_to_the_page_that_was_asked_for() -> None:
    secret = set_up(entered("clerk"))
    client = Client()
    client.post("/login", {"username": "clerk", "password": PASSWORD, "next": "/matrix"})
    assert client.post("/login/second", {"code": code(secret)})["Location"] == "/matrix"


@pytest.mark.usefixtures("personas")
def test_a_recovery_code_opens_once() -> None:
    owner = entered("clerk")
    set_up(owner)
    page = owner.get("/account/factors/codes").content.decode()
    spare = re.findall(r"<code>((?:\d{4} ){8}\d\d)</code>", page)[0]
    assert spare in owner.get("/account/factors/codes.txt").content.decode()
    for expected in ("/", None):
        client = Client()
        try_to_enter(client, "clerk", PASSWORD)
        assert client.post("/login/second", {"code": spare}).headers.get("Location") == expected


@pytest.mark.usefixtures("personas")
def test_a_code_does_not_open_twice() -> None:
    secret = set_up(entered("clerk"))
    answers = []
    for _ in range(2):
        client = Client()
        try_to_enter(client, "clerk", PASSWORD)
        answers.append(client.post("/login/second", {"code": code(secret)}).status_code)
    assert answers == [302, 200]


@pytest.mark.usefixtures("personas")
def test_a_code_that_comes_back_while_still_current_is_refused_on_record_and_told() -> None:
    secret = set_up(entered("clerk"))
    user = get_user_model().objects.get(username="clerk")
    user.email = "clerk@example.org"
    user.save()
    seen = code(secret)
    answers = []
    with TestCase.captureOnCommitCallbacks(execute=True):
        for _ in range(2):
            client = Client()
            try_to_enter(client, "clerk", PASSWORD)
            answers.append(client.post("/login/second", {"code": seen}))
            cache.clear()  # the log-in library forgets a code before it has run out
    assert [answer.status_code for answer in answers] == [302, 200]
    assert "identity.E017" in text(answers[1])
    assert Event.objects.filter(kind="factor-failed", detail=REUSED, user=user).count() == 1
    assert any("用过的动态口令被再次提交" in sent.body for sent in mail.outbox)
    assert "用过的动态口令被再次提交" in text(entered_twice("clerk", secret))


@pytest.mark.usefixtures("personas")
def test_wrong_codes_lock_like_wrong_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = set_up(entered("clerk"))
    monkeypatch.setattr(settings, "AXES_FAILURE_LIMIT", 3)
    client = Client()
    try_to_enter(client, "clerk", PASSWORD)
    wrong = [client.post("/login/second", {"code": "000000"}) for _ in range(3)]
    assert [response.status_code for response in wrong] == [200, 200, 429]
    assert "identity.E010" in text(wrong[0])
    assert client.post("/login/second", {"code": code(secret)}).status_code == 429
    assert Event.objects.filter(kind="factor-failed", user__username="clerk").count() == 3


@pytest.mark.usefixtures("personas")
def test_the_secret_is_sealed_in_the_database() -> None:
    secret = set_up(entered("clerk"))
    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))


@pytest.mark.usefixtures("personas")
def test_a_post_that_demands_it_leads_to_the_setting_up_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    configured(monkeypatch, second_factor=frozenset({"clerk"}))
    client = entered("clerk")
    assert client.get("/account/delegations")["Location"] == "/account/factors"
    assert client.post("/account/delegations")["Location"] == "/account/factors"
    assert "您的岗位要求第二因素" in text(client.get("/account/factors"))
    assert client.get("/password").status_code == 200
    set_up(client)
    assert client.get("/account/delegations").status_code == 200
    assert entered("leader").get("/account/delegations").status_code == 200


@pytest.mark.usefixtures("personas")
def test_taking_it_away_needs_the_password_and_is_on_record() -> None:
    client = entered("clerk")
    set_up(client)
    assert client.post(f"{TOTP}/remove")["Location"] == "/account/factors"
    assert not Authenticator.objects.exists()
    assert list(Event.objects.filter(kind__startswith="factor").values_list("kind", flat=True)) == [
        "factor-removed", "factor-removed", "factor-added", "factor-added",
    ]  # fmt: skip


@pytest.mark.usefixtures("personas")
def test_a_wrong_password_confirms_nothing() -> None:
    client = entered("clerk")
    asked = client.get(TOTP)["Location"]
    refused = client.post(asked, {"password": "不对", "next": TOTP})
    assert "identity.E014" in text(refused)
    assert client.get(TOTP).status_code == 302


BROKEN = (
    "", "x", "{}", "[]", "7", '{"id": 1}', '{"rawId": "\\u0000"}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": []}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "é", '
    '"clientDataJSON": "AA", '
    '"attestationObject": "o2Nm", "authenticatorData": "AA", "signature": "AA"}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30", '
    '"attestationObject": "AA", "authenticatorData": "AAAA", "signature": "!"}}',
)  # fmt: skip


@pytest.mark.usefixtures("personas")
@pytest.mark.parametrize("credential", BROKEN)
def test_a_broken_credential_is_refused(credential: str) -> None:
    client = entered("clerk")
    confirmed(client, "/account/factors/passkeys/add")
    response = client.post("/account/factors/passkeys/add", {"name": "钥", "credential": credential})
    assert response.status_code == 200
    assert Client().post("/login/passkey", {"credential": credential})["Location"] == "/login"
    assert not Authenticator.objects.exists()


def test_pages_of_factors_are_for_people_with_a_post(personas: Personas, django_user_model: Any) -> None:
    django_user_model.objects.create_user("stranger")
    with_password("stranger")
    assert entered("stranger").get("/account/factors").status_code == 403
    assert Client().get("/account/factors")["Location"].startswith("/login?next=")
    assert Client().get("/login/second")["Location"].startswith("/login")
