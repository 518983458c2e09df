"""No posted value breaks a page, guesses a password, or leaves a name behind in a shared browser."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from fazhi.identity.models import Event
from tests.web.addresses import World

DEEP, LONG = "[" * 200_000, "9" * 5_000


@pytest.mark.django_db
def test_a_key_of_endless_depth_is_no_key() -> None:
    assert Client().post("/login/passkey", {"credential": DEEP})["Location"] == "/login"


def test_numbers_without_end_name_nobody(coordinator: Client, clerk: Client, world: World) -> None:
    case = f"/cases/{world.case.pk}"
    assert coordinator.post(f"{case}/people", {"person": LONG, "on": "1"}).status_code == 404
    assert coordinator.get(f"{case}/file/sheets/paper-{LONG}").status_code == 404


def test_an_open_desk_does_not_let_its_password_be_guessed(clerk: Client) -> None:
    user = get_user_model().objects.get(username="clerk")
    user.set_password("口令-8421-甲乙-丙")
    user.save()
    clerk.force_login(user)
    new = {"new_password1": "新口令-2026-乙丙丁", "new_password2": "新口令-2026-乙丙丁"}
    tried = [clerk.post("/password", {"old_password": f"猜{n}", **new}).status_code for n in range(6)]
    assert tried[0] == 400
    assert tried[-1] == 429
    assert clerk.post("/password", {"old_password": "口令-8421-甲乙-丙", **new}).status_code == 429
    assert Event.objects.filter(kind="failure", user=user, detail__contains="原密码").count() >= 4


def test_a_refusal_that_names_who_is_logged_in_is_kept_by_nobody(clerk: Client) -> None:
    for address, status in (("/webhooks", 403), ("/cases/99999", 404), ("/nowhere", 404)):
        answer = clerk.get(address)
        assert (answer.status_code, "no-store" in answer.get("Cache-Control", "")) == (status, True)
