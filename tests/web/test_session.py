"""Log-in and log-out; demo log-ins are shown in a demo and nowhere else."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from fazhi.duties.models import Edition
from fazhi.office.models import Person
from tests.web.page import text


@pytest.mark.usefixtures("edition")
def test_the_right_password_opens_the_desk_and_the_wrong_one_does_not() -> None:
    user = get_user_model().objects.get(username="clerk")
    user.set_password("口令-8421")
    user.save()
    client = Client()
    wrong = client.post("/login", {"username": "clerk", "password": "x"})
    assert "identity.E002" in text(wrong)
    right = client.post("/login", {"username": "clerk", "password": "口令-8421", "next": "/matrix"})
    assert right["Location"] == "/matrix"


def test_log_out_closes_the_desk(clerk: Client, edition: Edition) -> None:
    assert edition.pk
    clerk.post("/logout")
    assert clerk.get("/").status_code == 302


@pytest.mark.django_db
def test_without_a_demo_no_log_in_is_shown() -> None:
    assert "演示账号" not in Client().get("/login").content.decode()


@pytest.mark.usefixtures("personas")
def test_demo_people_of_other_names_are_not_shown() -> None:
    assert Person.objects.filter(demo=True).exists()
    assert "演示账号" not in Client().get("/login").content.decode()
