"""A coordinator lays a duty on a further organ; nobody else can, and bad input opens nothing."""

from typing import Any

import pytest
from django.test import Client

from fazhi.duties.models import Duty, Occurrence
from fazhi.office.models import Organ
from tests.web.page import SOON, links, text


@pytest.fixture
def duty(occurrence: Occurrence) -> Duty:
    return occurrence.duty


def values(**more: Any) -> dict[str, Any]:
    organ = Organ.objects.order_by("pk").last()
    assert organ
    return {"organ": organ.pk, "due_on": SOON, "text": "请报送落实情况"} | more


def test_the_measure_leads_a_coordinator_to_the_form_and_nobody_else(
    coordinator: Client, clerk: Client, duty: Duty
) -> None:
    address = f"/tasks/{duty.pk}/assign"
    assert address in links(coordinator.get(f"/measures/{duty.measure_id}"))
    assert address not in links(clerk.get(f"/measures/{duty.measure_id}"))
    assert clerk.post(address, values()).status_code == 403


def test_an_organ_owes_what_was_assigned_to_it(coordinator: Client, duty: Duty) -> None:
    response = coordinator.post(f"/tasks/{duty.pk}/assign", values())
    assert response.status_code == 302
    words = text(coordinator.get(response["Location"]))
    assert "由统筹协调人员交办" in words
    assert "请报送落实情况" in words
    assert SOON in words


@pytest.mark.parametrize(
    ("more", "said"),
    [({"text": ""}, "交办要求"), ({"due_on": "13月"}, "完成时限"), ({"organ": "0"}, "交给哪个单位")],
)
def test_an_incomplete_form_keeps_its_words_and_opens_nothing(
    coordinator: Client, duty: Duty, more: dict[str, str], said: str
) -> None:
    before = Occurrence.objects.count()
    response = coordinator.post(f"/tasks/{duty.pk}/assign", values(**more))
    assert response.status_code == 400
    assert said in text(response)
    assert Occurrence.objects.count() == before


@pytest.mark.parametrize(("day", "code"), [("2020-01-01", "duties.E024"), ("9999-12-31", "duties.E026")])
def test_a_day_already_past_or_a_lifetime_ahead_is_refused_with_a_code(
    coordinator: Client, duty: Duty, day: str, code: str
) -> None:
    response = coordinator.post(f"/tasks/{duty.pk}/assign", values(due_on=day))
    assert response.status_code == 400
    assert code in text(response)
