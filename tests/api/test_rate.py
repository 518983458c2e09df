"""One busy client does not stop the others: so many requests a minute, then a problem that says how long."""

import pytest
from django.conf import settings
from django.test import Client

from fazhi.api import rate
from fazhi.cases.models import Case
from tests.api.conftest import System


@pytest.fixture
def minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """All within one minute, whatever the clock says."""
    monkeypatch.setattr(rate, "MINUTE", 10**9)


def test_a_token_that_asks_too_often_waits(
    desk: System, case: Case, minute: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate, "PER_TOKEN", 2)
    answers = [desk.get("/cases") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[2].json()["code"] == "api.E429"
    assert int(answers[2]["Retry-After"]) > 0
    assert desk.get("/period?from=2024-02-06&count=5&unit=working-day").status_code == 200


@pytest.mark.django_db
def test_an_address_that_asks_too_often_waits_with_or_without_token(
    minute: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate, "PER_ADDRESS", 2)
    status = [Client().get("/api/v1/cases").status_code for _ in range(3)]
    assert status == [401, 401, 429]
    assert Client(REMOTE_ADDR="192.0.2.9").get("/api/v1/cases").status_code == 401


@pytest.mark.django_db
def test_behind_a_proxy_the_address_is_what_the_proxy_says(
    minute: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate, "PER_ADDRESS", 1)
    monkeypatch.setattr(settings, "CONFIG", settings.CONFIG.model_copy(update={"secure": True}))
    passed = ["192.0.2.1", "192.0.2.1, 192.0.2.2", "192.0.2.9, 192.0.2.2"]
    status = [Client().get("/api/v1/cases", headers={"X-Forwarded-For": one}).status_code for one in passed]
    assert status == [401, 401, 429]


@pytest.mark.django_db
def test_without_a_proxy_nobody_claims_another_address(minute: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "PER_ADDRESS", 1)
    status = [Client().get("/api/v1/cases", headers={"X-Forwarded-For": one}).status_code for one in "ab"]
    assert status == [401, 429]


@pytest.mark.django_db
def test_all_addresses_of_one_line_count_as_one(minute: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "PER_ADDRESS", 1)
    from_ = ["2001:db8::1", "2001:db8::2:2", "2001:db8:0:1::1", "::ffff:192.0.2.7"]
    assert [Client(REMOTE_ADDR=one).get("/api/v1/cases").status_code for one in from_] == [401, 429, 401, 401]
