"""Indicators for machines: the same figures, the same rows as on the desk, for a token with the scope."""

from collections.abc import Callable

import pytest

from fazhi.cases.models import Case, Secrecy
from fazhi.office.models import Organ
from tests.api.conftest import System
from tests.conftest import Personas
from tests.indicators.conftest import filled

PATH = "/indicators/document-participation"


@pytest.fixture
def on_file(personas: Personas) -> None:
    filled(list(Organ.objects.filter(code__in=("justice", "east"))))


@pytest.mark.usefixtures("on_file")
def test_every_figure_and_one_with_its_rows(system: Callable[..., System]) -> None:
    auditor = system("auditor")
    listed = auditor.get("/indicators?period=2026").json()
    known = {one["indicator"]: one for one in listed["indicators"]}
    assert listed["count"] == len(known) > 25
    assert known["document-reviewed"]["value"] is None
    assert len(known["document-reviewed"]["ways"]) == 2
    one = auditor.get(f"{PATH}?period=2026").json()
    assert one["numerator"] == known["document-participation"]["numerator"]
    assert one["hidden"] == 0
    assert len(one["rows"]) == one["denominator"]
    parts = [auditor.get(f"{PATH}?period=2026&organ={organ}").json() for organ in ("justice", "east")]
    assert sum(part["denominator"] for part in parts) == one["denominator"]


@pytest.mark.usefixtures("on_file")
def test_a_figure_counts_what_the_caller_may_not_see(system: Callable[..., System]) -> None:
    Case.objects.update(secrecy=Secrecy.RESTRICTED)
    told = system("coordinator").get(f"{PATH}?period=2026").json()
    assert (told["rows"], told["hidden"]) == ([], told["denominator"])


def test_what_is_asked_wrongly_is_refused(system: Callable[..., System]) -> None:
    clerk = system("clerk")
    for path, status, code in (
        ("/indicators?period=26", 400, "indicators.E001"),
        ("/indicators?organ=nowhere", 400, "api.E008"),
        ("/indicators/nothing", 404, "indicators.E404"),
    ):
        response = clerk.get(path)
        assert (response.status_code, response.json()["code"]) == (status, code)
    assert system("clerk", "law:read").get("/indicators").status_code == 403
    assert System().get("/indicators").status_code == 401
