"""The calendar shows what falls due in a month, each duty once."""

import pytest
from django.test import Client

from tests.web.page import links, text


def test_a_month_lists_its_duties_and_its_days_lead_to_the_ledger(clerk: Client) -> None:
    response = clerk.get("/calendar?month=2024-12")
    assert "案卷评查" in text(response)
    assert any(link.startswith("/duties?day=2024-12-31") for link in links(response))


def test_an_empty_month_leads_to_the_nearest_with_something_due(clerk: Client) -> None:
    response = clerk.get("/calendar?month=2024-11")
    assert "这个月没有到期的任务" in text(response)
    assert "?month=2024-12" in links(response)


@pytest.mark.parametrize("month", ["2024-13", "x", "", "0000-01", "2099-12", "2000-01"])
def test_any_month_can_be_asked_for(clerk: Client, month: str) -> None:
    assert clerk.get(f"/calendar?month={month}").status_code == 200
