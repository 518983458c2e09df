"""The duties of an outline before the public: after the coordinator's act, without any person."""

import pytest
from django.test import Client
from django.utils import timezone

from fazhi.duties.models import Measure, Occurrence, Outline
from fazhi.library.actions import CloseDuties, OpenDuties
from fazhi.search.actions import update_all
from tests.conftest import Personas
from tests.web.page import links, text


@pytest.fixture
def outline(occurrence: Occurrence) -> Outline:
    return occurrence.duty.measure.outline


@pytest.fixture
def opened(outline: Outline, personas: Personas) -> Outline:
    OpenDuties(outline=outline, review="经内部审查").perform(personas.coordinator, timezone.now())
    return outline


def addresses(outline: Outline) -> list[str]:
    measure = Measure.objects.get(title="执法监督", outline=outline)
    here = f"/public-duties/{outline.pk}"
    return [here, f"{here}/measures/{measure.pk}", f"/api/v1{here}"]


def test_before_the_act_nobody_outside_sees_anything(outline: Outline) -> None:
    assert "还没有公开的任务" in text(Client().get("/public-duties"))
    assert Client().get("/api/v1/public-duties").json() == {"outlines": []}
    for address in addresses(outline):
        assert Client().get(address).status_code == 404, address


def test_everybody_sees_measures_offices_and_derived_states(opened: Outline) -> None:
    here, measure, interface = addresses(opened)
    assert here in links(Client().get("/public-duties"))
    page = text(Client().get(here))
    assert "纲要已于 2025-12-31 期满" in page
    assert "已到期未核实" in page
    assert "牵头 区司法局" in " ".join(page.replace("\u3000", " ").split())
    told = text(Client().get(measure))
    assert "案卷" in told
    assert "2023年 已到期未核实" in told
    counts = [one["duties"] for one in Client().get(interface).json()["measures"]]
    assert any("expired" in one for one in counts)
    assert not any("confirmed" in one for one in counts)


def test_no_person_no_review_and_no_answer_is_on_the_pages(opened: Outline) -> None:
    for address in ("/public-duties", *addresses(opened)):
        said = Client().get(address).content.decode()
        assert not [word for word in ("演示·", "经内部审查") if word in said], address


def test_a_measure_of_another_outline_is_not_there(opened: Outline) -> None:
    other = Measure.objects.filter(outline=opened).latest("pk").pk + 1
    for address in (f"/public-duties/{opened.pk}/measures/{other}", f"/public-duties/{opened.pk + 1}"):
        assert Client().get(address).status_code == 404


def test_the_public_finds_an_opened_measure_and_officials_their_own(
    opened: Outline, personas: Personas, coordinator: Client
) -> None:
    update_all()
    address = addresses(opened)[1]
    assert address in links(Client().get("/search?q=案卷"))
    assert address not in links(coordinator.get("/search?q=案卷"))
    CloseDuties(outline=opened, reason="需要核对").perform(personas.coordinator, timezone.now())
    assert address not in links(Client().get("/search?q=案卷"))


def test_what_was_taken_back_is_gone(opened: Outline, personas: Personas) -> None:
    CloseDuties(outline=opened, reason="需要核对").perform(personas.coordinator, timezone.now())
    for address in addresses(opened):
        assert Client().get(address).status_code == 404, address


def test_the_coordinator_opens_and_closes_on_the_desk(
    coordinator: Client, clerk: Client, outline: Outline
) -> None:
    address = f"/outlines/{outline.pk}/opening"
    assert address in links(coordinator.get(f"/outlines/{outline.pk}"))
    assert address not in links(clerk.get(f"/outlines/{outline.pk}"))
    assert clerk.get(address).status_code == 403
    assert clerk.post(address, {"review": "甲"}).status_code == 403
    assert coordinator.post(address, {"review": ""}).status_code == 400
    assert "任务已经公开" in text(coordinator.post(address, {"review": "经审查可以公开"}, follow=True))
    assert coordinator.post(address, {"review": "再来一次"}).status_code == 409
    assert Client().get(f"/public-duties/{outline.pk}").status_code == 200
    assert "已停止公开" in text(coordinator.post(address, {"reason": "需要核对"}, follow=True))
    assert Client().get(f"/public-duties/{outline.pk}").status_code == 404
