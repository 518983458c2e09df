"""Tokens: made by people for themselves, shown once, kept as a digest, ended by time, will or leaving."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from fazhi.api import actions, secret
from fazhi.api.models import ApiToken
from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.notices.models import Notice
from fazhi.office.actor import Actor
from fazhi.office.models import Appointment, Organ
from tests.api.conftest import System, token_of
from tests.cases.conftest import person
from tests.conftest import Personas
from tests.identity.conftest import PASSWORD, entered
from tests.web.conftest import logged_in
from tests.web.page import text

PAGE = "/tokens"


def made(actor: Actor, **changes: Any) -> actions.Made:
    given: dict[str, Any] = {
        "organ": min(actor.organs()), "label": "演示系统", "scopes": ("cases:read",), "days": 30
    }  # fmt: skip
    return actions.Make(**{**given, **changes}).perform(actor, timezone.now())


def test_only_the_digest_is_kept(receiver: Actor) -> None:
    one = made(receiver)
    row = ApiToken.objects.get()
    kept = " ".join(str(value) for value in vars(row).values())
    assert one.text.startswith(row.start)
    assert one.text not in kept
    assert row.digest == secret.digest(one.text)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"organ": 0}, "office.E001"),
        ({"label": " "}, "api.E001"),
        ({"label": "长" * 61}, "api.E001"),
        ({"scopes": ()}, "api.E002"),
        ({"scopes": ("cases:burn",)}, "api.E002"),
        ({"days": 0}, "api.E003"),
        ({"days": 367}, "api.E003"),
    ],
)
def test_a_token_that_makes_no_sense_is_not_made(receiver: Actor, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Fault, match=code.replace(".", r"\.")):
        made(receiver, **changes)
    assert ApiToken.objects.count() == 0


def test_nobody_hoards_tokens(receiver: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fazhi.api.actions.token.MOST", 1)
    first = made(receiver)
    with pytest.raises(Fault, match=r"api\.E004"):
        made(receiver)
    actions.revoke(receiver, first.row.pk, timezone.now())
    made(receiver)


def test_a_token_that_ends_within_a_week_is_told_to_its_person_once(receiver: Actor) -> None:
    soon, now = made(receiver, days=6), timezone.now()
    made(receiver, days=30)
    actions.revoke(receiver, made(receiver, days=5).row.pk, now)
    assert (actions.remind(now), actions.remind(now)) == (1, 0)
    notice = Notice.objects.get()
    assert notice.person_id == receiver.person_id
    assert notice.message is not None
    assert notice.message.about == str(soon.row)
    assert "失效" in notice.message.text
    assert actions.remind(now + timedelta(days=24)) == 1


def test_a_stranger_makes_none(personas: Personas) -> None:
    with pytest.raises(Fault, match=r"office\.E001"):
        actions.Make(organ=1, label="演示", scopes=("law:read",), days=1).perform(
            personas.stranger, timezone.now()
        )


@pytest.mark.parametrize("end", ["revoke", "expire", "leave", "lock"])
def test_a_token_opens_nothing_once_it_ended(receiver: Actor, case: Case, end: str) -> None:
    one = made(receiver)
    system = System(one.text)
    assert system.get("/cases").status_code == 200
    yesterday = timezone.localdate() - timedelta(days=1)
    match end:
        case "revoke":
            actions.revoke(receiver, one.row.pk, timezone.now())
        case "expire":
            ApiToken.objects.update(expires_at=timezone.now())
        case "leave":
            Appointment.objects.filter(person=receiver.person_id).update(until=yesterday)
        case "lock":
            user = one.row.person.user
            user.is_active = False
            user.save()
    refused = system.get("/cases")
    assert (refused.status_code, refused.json()["code"]) == (401, "api.E401")
    assert refused["WWW-Authenticate"] == "Bearer"


def test_a_token_is_for_one_office(receiver: Actor, case: Case) -> None:
    """Whoever holds posts in two organs gives a system the rights in one of them."""
    street = Organ.objects.get(code="east")
    post = street.posts.get(title="承办岗")
    Appointment.objects.create(person_id=receiver.identity, post=post)
    both = person("receiver")
    case.handlers.clear()
    there = System(made(both, organ=street.pk).text)
    here = System(made(both, organ=case.organ_id).text)
    assert [len(system.get("/cases").json()["cases"]) for system in (there, here)] == [0, 1]


def test_only_its_owner_revokes_a_token(receiver: Actor) -> None:
    one = made(receiver)
    with pytest.raises(Fault, match=r"api\.E404"):
        actions.revoke(person("chief"), one.row.pk, timezone.now())
    stopped = actions.revoke(receiver, one.row.pk, timezone.now()).revoked_at
    assert actions.revoke(receiver, one.row.pk, timezone.now()).revoked_at == stopped


def filled(actor: Actor, **changes: Any) -> dict[str, Any]:
    organ = min(actor.organs())
    return {"organ": organ, "label": "演示系统", "scopes": ["cases:read"], "days": "30", **changes}


def test_the_page_shows_a_new_token_this_once(receiver: Actor) -> None:
    desk = logged_in("receiver")
    assert "还没有令牌" in text(desk.get(PAGE))
    shown = text(desk.post(PAGE, filled(receiver)))
    token = shown.partition("存入对方系统：")[2].split()[0]
    assert System(token).get("/cases").status_code == 200
    assert token not in desk.get(PAGE).content.decode()
    assert "no-store" in desk.get(PAGE)["Cache-Control"]


def test_a_new_token_asks_for_the_password_again(receiver: Actor) -> None:
    desk = entered("receiver")
    asked = desk.post(PAGE, filled(receiver, scopes=["cases:read", "law:read"]))
    assert (asked.status_code, ApiToken.objects.count()) == (302, 0)
    assert asked["Location"].startswith("/account/confirm")
    wrong = desk.post(asked["Location"], {"password": "不是这个-0000", "next": PAGE})
    assert (wrong.status_code, ApiToken.objects.count()) == (200, 0)
    shown = text(desk.post(asked["Location"], {"password": PASSWORD, "next": PAGE}))
    assert System(shown.partition("存入对方系统：")[2].split()[0]).get("/cases").status_code == 200
    assert ApiToken.objects.get().scopes == ["cases:read", "law:read"]


def test_the_page_says_what_is_wrong_and_keeps_what_was_written(receiver: Actor) -> None:
    response = logged_in("receiver").post(PAGE, filled(receiver, scopes=[], label="办案系统"))
    assert response.status_code == 400
    assert "api.E002" in text(response)
    assert 'value="办案系统"' in response.content.decode()
    assert logged_in("receiver").post(PAGE, filled(receiver, organ="x")).status_code == 403


def test_the_page_revokes(receiver: Actor) -> None:
    one, desk = made(receiver), logged_in("receiver")
    assert desk.post(f"{PAGE}/{one.row.pk}/revoke").status_code == 302
    assert "已停用" in text(desk.get(PAGE))
    assert System(one.text).get("/cases").status_code == 401
    assert logged_in("chief").post(f"{PAGE}/{one.row.pk}/revoke").status_code == 404


def test_the_page_shows_a_feeds_address(receiver: Actor) -> None:
    shown = logged_in("receiver").post(PAGE, filled(receiver, scopes=["feeds:read"]))
    addresses = re.findall(r"http://testserver(/api/v1/feeds/[^<]+)", shown.content.decode())
    assert [Client().get(address).status_code for address in addresses] == [200, 200]


def test_the_session_of_a_browser_opens_no_operation(receiver: Actor, case: Case) -> None:
    assert logged_in("receiver").get("/api/v1/cases").status_code == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Bearer x", "Basic eDp4", "Bearer \udcff"])
def test_what_is_no_token_opens_nothing(receiver: Actor, header: str) -> None:
    assert token_of(receiver)
    refused = Client().get("/api/v1/cases", headers={"Authorization": header} if header else {})
    assert (refused.status_code, refused.json()["code"]) == (401, "api.E401")
