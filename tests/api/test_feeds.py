"""What falls due in one's own cases, in any calendar, by an address that opens nothing else."""

import pytest
from django.test import Client
from icalendar import Calendar
from lxml import etree

from fazhi.cases.models import Case
from fazhi.office.actor import Actor
from tests.api.conftest import ROOT, token_of
from tests.cases.conftest import person, receive

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def running(case: Case, receiver: Actor) -> Case:
    """A request received on Monday, 6 July 2026: the answer is due on 3 August."""
    receive(case, receiver)
    return case


def address(token: str, kind: str) -> str:
    return f"{ROOT}/feeds/{token}/deadlines.{kind}"


def test_the_calendar_has_the_last_day(running: Case, receiver: Actor) -> None:
    got = Client().get(address(token_of(receiver, "feeds:read"), "ics"))
    assert got["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(got.content).walk("VEVENT")
    assert "2026-08-03" in [str(event["dtstart"].dt) for event in events]
    assert {str(event["url"]) for event in events} == {f"http://testserver/cases/{running.pk}"}
    assert all(running.number in str(event["summary"]) for event in events)


def test_the_feed_leads_to_the_case(running: Case, receiver: Actor) -> None:
    got = Client().get(address(token_of(receiver, "feeds:read"), "atom"))
    feed = etree.fromstring(got.content)
    links = {str(link.get("href")) for link in feed.findall(f"{ATOM}entry/{ATOM}link")}
    assert links == {f"http://testserver/cases/{running.pk}"}
    titles = [str(title.text) for title in feed.findall(f"{ATOM}entry/{ATOM}title")]
    assert any(title.startswith("2026-08-03") for title in titles)


@pytest.mark.parametrize("kind", ["ics", "atom"])
def test_who_handles_no_case_has_an_empty_feed(running: Case, kind: str) -> None:
    got = Client().get(address(token_of(person("chief"), "feeds:read"), kind))
    assert got.status_code == 200
    assert running.number not in got.content.decode()


@pytest.mark.parametrize("kind", ["ics", "atom"])
def test_a_token_that_opens_more_does_not_belong_into_an_address(
    running: Case, receiver: Actor, kind: str
) -> None:
    for scopes in (("feeds:read", "cases:read"), ("cases:read",)):
        got = Client().get(address(token_of(receiver, *scopes), kind))
        assert (got.status_code, got.json()["code"]) == (403, "api.E403")
    assert Client().get(address("fazhi_x", kind)).status_code == 401
