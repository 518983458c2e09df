"""The operator's monitor learns whether the installation works, is ready, and its figures."""

import os
import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import yaml
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from fazhi import config
from fazhi.notices import pulse
from tests.architecture.repository import ROOT
from tests.cases.conftest import opening, person
from tests.conftest import Personas, at


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Path:
    """An installation's folder with its key, its worker just alive."""
    settings.HOME = tmp_path
    (tmp_path / "secret.key").write_text("演示", "utf-8")
    pulse.beat()
    return tmp_path


@pytest.mark.django_db
def test_a_working_installation_says_so() -> None:
    response = Client().get("/healthz")
    assert (response.status_code, response.json()) == (200, {"database": True})


def test_a_lost_database_is_not_healthy() -> None:
    with patch("fazhi.web.condition.connection.cursor", side_effect=OperationalError):
        response = Client().get("/healthz")
    assert (response.status_code, response.json()) == (503, {"database": False})


@pytest.mark.django_db
@pytest.mark.usefixtures("home")
def test_an_installation_that_can_do_its_work_is_ready() -> None:
    response = Client().get("/readyz")
    assert (response.status_code, set(response.json().values())) == (200, {True})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("part", "broken"),
    [
        ("database", patch("fazhi.web.condition.database_answers", return_value=False)),
        ("migrations", patch("fazhi.web.condition._known", return_value={("cases", "9999_later")})),
        ("keys", patch("fazhi.web.condition.os.access", return_value=False)),
        ("disk", patch("fazhi.web.condition.free", return_value=1)),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_is_missing_is_named_and_keeps_requests_away(part: str, broken: patch) -> None:  # type: ignore[valid-type]
    with broken:  # type: ignore[attr-defined]
        response = Client().get("/readyz")
    found = response.json()
    assert (response.status_code, found["ready"], found[part]) == (503, False, False)


@pytest.mark.django_db
def test_a_silent_worker_is_told_but_pages_go_on(home: Path) -> None:
    old = (timezone.now() - pulse.ALIVE - timedelta(seconds=5)).timestamp()
    os.utime(home / "worker.pulse", (old, old))
    response = Client().get("/readyz")
    assert (response.status_code, response.json()["worker"]) == (200, False)
    (home / "worker.pulse").unlink()
    assert Client().get("/readyz").json()["worker"] is False


@pytest.mark.usefixtures("home")
def test_the_figures_count_and_name_nobody(personas: Personas) -> None:
    case = opening().perform(person("receiver"), at(2026, 7, 6))
    page = Client().get("/metrics").content.decode()
    lines = dict(line.rsplit(" ", 1) for line in page.splitlines() if not line.startswith("#"))
    assert (lines["fazhi_cases_open"], lines["fazhi_database_up"]) == ("1", "1")
    assert float(lines["fazhi_search_waiting"]) > 0
    assert case.number not in page
    assert all(line.split()[0].startswith(("#", "fazhi_")) for line in page.splitlines())


@pytest.mark.usefixtures("home")
def test_refusals_are_counted_by_address_and_kind(stranger: Client, personas: Personas) -> None:
    for _ in range(2):
        stranger.get("/duties")
    Client().generic("PROPFIND", "/healthz")
    Client().get(f"/nowhere/{personas.clerk.name}")
    Client().get("/api/v1/cases")
    Client().post("/login", {"username": "clerk", "password": "不对"})
    page = Client().get("/metrics").content.decode()
    for line in (
        'fazhi_refusals_total{route="duties",method="GET",status="403",code="office.E001"} 2',
        'fazhi_refusals_total{route="healthz",method="other",status="405",code=""} 1',
        'fazhi_refusals_total{route="",method="GET",status="404",code="web.E404"} 1',
        'fazhi_refusals_total{route="api/v1/cases",method="GET",status="401",code="api.E401"} 1',
        'fazhi_door_events{kind="failure"} 1',
    ):
        assert line in page.splitlines()
    assert personas.clerk.name not in page


@pytest.mark.django_db
def test_a_count_that_cannot_be_kept_keeps_nobody_from_an_answer(home: Path) -> None:
    (home / "tally.sqlite3").mkdir()
    assert Client().get("/nowhere").status_code == 404
    assert "fazhi_refusals_total" in Client().get("/metrics").content.decode()


@pytest.mark.usefixtures("home", "personas")
def test_each_alarm_asks_for_a_figure_that_there_is() -> None:
    rules = yaml.safe_load((ROOT / "docs" / "alarms.yml").read_text("utf-8"))["groups"][0]["rules"]
    asked = {name for rule in rules for name in re.findall(r"fazhi_\w+", rule["expr"])}
    page = Client().get("/metrics").content.decode()
    assert asked <= set(re.findall(r"^# TYPE (\w+)", page, re.MULTILINE))
    assert {"fazhi_refusals_total", "fazhi_door_events"} <= asked


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sent",
    [{"REMOTE_ADDR": "10.1.2.3"}, {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, {"HTTP_FORWARDED": "for=::1"}],
)
def test_the_figures_are_for_this_machine_only(sent: dict[str, str]) -> None:
    response = Client().get("/metrics", **sent)  # type: ignore[arg-type]
    assert response.status_code == 403
    assert "web.E060" in response.content.decode()
    assert "fazhi_cases" not in response.content.decode()


@pytest.mark.django_db
def test_a_token_lets_another_machine_read_them(home: Path, settings: Any, tmp_path: Path) -> None:
    file = tmp_path / "metrics.token"
    file.write_text("a-long-token\n", "utf-8")
    settings.CONFIG = settings.CONFIG.model_copy(update={"metrics_token_file": file})
    away = {"REMOTE_ADDR": "10.1.2.3"}
    answers = [
        Client().get("/metrics", headers={"authorization": word}, **away).status_code  # type: ignore[arg-type]
        for word in ("Bearer a-long-token", "Bearer wrong", "Bearer ", "")
    ]
    assert answers == [200, 403, 403, 403]
    assert config.read({"FAZHI_METRICS_TOKEN_FILE": str(file)}).metrics_token == "a-long-token"
