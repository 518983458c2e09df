"""A person sees where they are logged in, ends what they do not know, and no log-in lasts for ever."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from fazhi.identity.models import Event, OpenSession
from tests.conftest import Personas
from tests.identity.conftest import PASSWORD, configured, entered
from tests.web.page import text

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Safari/604"


def confirmed(client: Client, address: str) -> None:
    """A post to an address and the password that it asks for."""
    asked = client.post(address)
    assert asked["Location"].startswith("/account/confirm")
    client.post(asked["Location"], {"password": PASSWORD, "next": address})


def is_in(client: Client) -> bool:
    return client.get("/account/sessions").status_code == 200


@pytest.mark.usefixtures("personas")
def test_the_page_shows_each_device_and_marks_the_one_at_hand() -> None:
    entered("clerk", HTTP_USER_AGENT=PHONE, REMOTE_ADDR="10.1.2.3")
    page = text(entered("clerk").get("/account/sessions"))
    assert "Safari · iPhone" in page
    assert "10.1.2.3" in page
    assert page.count("本次登录") == 1


@pytest.mark.usefixtures("personas")
def test_a_revoked_device_is_a_visitor_at_once() -> None:
    here, phone = entered("clerk"), entered("clerk", HTTP_USER_AGENT=PHONE)
    row = OpenSession.objects.get(device="Safari · iPhone")
    confirmed(here, f"/account/sessions/{row.pk}/end")
    assert (is_in(here), is_in(phone)) == (True, False)
    assert Event.objects.filter(kind="revoked", detail__contains="iPhone").count() == 1


@pytest.mark.usefixtures("personas")
def test_all_others_end_at_once_and_the_one_at_hand_stays() -> None:
    here, one, two = entered("clerk"), entered("clerk"), entered("clerk")
    asked = here.post("/account/sessions/end-others")
    assert asked["Location"].startswith("/account/confirm")
    assert [is_in(client) for client in (one, two)] == [True, True]
    confirmed(here, "/account/sessions/end-others")
    assert [is_in(client) for client in (here, one, two)] == [True, False, False]


@pytest.mark.usefixtures("personas")
def test_nobody_ends_the_log_in_of_another() -> None:
    clerk, leader = entered("clerk"), entered("leader")
    row = OpenSession.objects.get(user__username="clerk")
    confirmed(leader, f"/account/sessions/{row.pk}/end")
    refused = leader.post(f"/account/sessions/{row.pk}/end")
    assert refused.status_code == 404
    assert "identity.E003" in text(refused)
    assert is_in(clerk)


@pytest.mark.usefixtures("personas")
@pytest.mark.parametrize("field", ["seen", "since"])
def test_a_log_in_ends_when_idle_and_when_old(field: str) -> None:
    client = entered("clerk")
    minutes = {"seen": settings.CONFIG.idle_minutes, "since": settings.CONFIG.session_minutes}[field]
    OpenSession.objects.update(**{field: timezone.now() - timedelta(minutes=minutes, seconds=1)})
    assert not is_in(client)
    assert Event.objects.first().kind == "expired"  # type: ignore[union-attr]


@pytest.mark.usefixtures("personas")
def test_use_keeps_a_log_in_open(monkeypatch: pytest.MonkeyPatch) -> None:
    client = entered("clerk")
    configured(monkeypatch, idle_minutes=10)
    OpenSession.objects.update(seen=timezone.now() - timedelta(minutes=9))
    assert is_in(client)
    assert timezone.now() - OpenSession.objects.get().seen < timedelta(minutes=1)


@pytest.mark.usefixtures("personas")
def test_a_new_password_ends_the_other_log_ins() -> None:
    here, other = entered("clerk"), entered("clerk")
    new = "新的口令-2026-乙丙"
    here.post("/password", {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    assert (is_in(here), is_in(other)) == (True, False)
    assert OpenSession.objects.filter(ended=None).count() == 1


def test_a_stranger_has_no_page(personas: Personas, django_user_model: type) -> None:
    django_user_model.objects.create_user("stranger")  # type: ignore[attr-defined]
    assert entered("stranger").get("/account/sessions").status_code == 403
    assert Client().get("/account/sessions").status_code == 302
