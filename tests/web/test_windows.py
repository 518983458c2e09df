"""网上申请窗口: everybody of the offices sees what is open, leaders open and close it."""

import pytest
from django.test import Client
from django.utils import timezone

from fazhi.office.models import Organ, Person
from fazhi.portal.models import Window
from tests.conftest import Personas
from tests.portal.conftest import window_of
from tests.web.conftest import logged_in
from tests.web.page import text


def filled(**changes: object) -> dict[str, object]:
    given: dict[str, object] = {
        "procedure": "disclosure-on-request",
        "organ": Organ.objects.get(code="justice").pk,
        "officer": Person.objects.get(user__username="receiver").pk,
    }
    return {**given, **changes}


def test_a_leader_opens_one_and_closes_it(personas: Personas) -> None:
    leader = logged_in("leader")
    assert leader.post("/windows", filled())["Location"] == "/windows"
    row = Window.objects.get()
    assert "演示·公开经办人甲" in text(leader.get("/windows"))
    leader.post(f"/windows/{row.pk}/close")
    assert "还没有开通的窗口" in text(leader.get("/windows"))


@pytest.mark.parametrize("changes", [{"procedure": "simple-penalty"}, {"organ": 99999}, {"officer": ""}])
def test_a_mistake_is_said(personas: Personas, changes: dict[str, object]) -> None:
    response = logged_in("leader").post("/windows", filled(**changes))
    assert response.status_code == 400
    assert "data-error-summary" in response.content.decode()
    assert not Window.objects.exists()


def test_open_twice_is_refused_with_its_code(personas: Personas) -> None:
    window_of(personas, timezone.now())
    assert "portal.E003" in text(logged_in("leader").post("/windows", filled()))


def test_a_clerk_sees_but_has_no_form_and_closes_nothing(personas: Personas) -> None:
    row = window_of(personas, timezone.now())
    clerk = logged_in("clerk")
    page = clerk.get("/windows").content.decode()
    assert "政府信息依申请公开" in page
    assert "停办</button>" not in page
    assert clerk.post("/windows", filled()).status_code == 400
    assert clerk.post(f"/windows/{row.pk}/close").status_code == 403


def test_a_stranger_sees_nothing(personas: Personas) -> None:
    assert Client().get("/windows").status_code == 302
