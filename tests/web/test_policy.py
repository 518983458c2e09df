"""Every address carries a policy, and the stranger gets no content from any of them.

The operations of the programming interface have a test of their own, made from its document.
"""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from fazhi.duties.models import Edition, Measure, Occurrence
from tests.architecture.repository import ROOT
from tests.web.addresses import full_name, patterns

OWN = ("试验区法治建设", "试验区纲要", "案卷评查")
SECRETS = (*OWN, "区司法局")
"""The last one is also said by a rule of the packs, which are for everybody."""
MODEL = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
HANDLERS = (400, 403, 404, 500)


PATTERNS = list(patterns())
GUARDED = [p for p in PATTERNS if not str(p.callback.policy).startswith("public:")]
OPEN = [p for p in PATTERNS if p not in GUARDED]


def address(pattern: URLPattern, edition: Edition) -> str:
    """The address of something that exists, so that a leak would show."""
    words = {
        "code": "justice", "kind": "answer", "token": "x", "procedure": "disclosure-on-request",
        "name": "receive", "provider_id": "city", "form": "json", "day": "2026-07-06",
        "position": 1, "number": 1,
    }  # fmt: skip
    rows = {"measure": Measure, "occurrence": Occurrence, "step": Occurrence}
    model = rows.get(pattern.name or "")
    row = model.objects.first() if model else edition
    wanted = pattern.pattern.converters
    return reverse(full_name(pattern), kwargs={n: words.get(n, row.pk) for n in wanted})


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: p.name)
def test_every_address_names_its_policy(pattern: URLPattern) -> None:
    assert getattr(pattern.callback, "policy", None), f"{pattern} has no policy"


@pytest.mark.parametrize("status", HANDLERS)
def test_every_error_page_names_its_policy(status: int) -> None:
    assert get_resolver().resolve_error_handler(status).policy


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_visitor_without_log_in_is_sent_to_the_door(method: str, edition: Edition) -> None:
    faults = {}
    for pattern in GUARDED:
        response = getattr(Client(), method)(address(pattern, edition))
        door = "/portal" if pattern.name == "dashboard" else "/login?next="
        if response.status_code != 302 or not response["Location"].startswith(door):
            faults[pattern.name] = response.status_code
    assert faults == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_refused_and_sees_nothing(method: str, edition: Edition, stranger: Client) -> None:
    faults = {}
    for pattern in GUARDED:
        response = getattr(stranger, method)(address(pattern, edition))
        page = response.content.decode()
        seen = [secret for secret in SECRETS if secret in page]
        if response.status_code != 403 or "office.E001" not in page or seen:
            faults[pattern.name] = (response.status_code, seen)
    assert faults == {}


def test_what_is_open_to_everybody_holds_no_data(edition: Edition) -> None:
    faults = {}
    for pattern in OPEN:
        page = Client().get(address(pattern, edition)).content.decode(errors="replace")
        if seen := [secret for secret in OWN if secret in page]:
            faults[pattern.name] = seen
    assert faults == {}


def test_there_are_addresses_to_ask() -> None:
    assert len(GUARDED) > 150
    assert len(OPEN) > 50


def test_each_door_that_takes_something_from_anybody_is_in_the_threat_model(edition: Edition) -> None:
    """A new form of the public is held against the model before it can be merged (ASVS 1.1.2)."""
    doors = {full_name(p) for p in OPEN if Client().post(address(p, edition)).status_code != 405}
    told = MODEL.partition("## Doors without a log-in")[2].partition("\n## ")[0]
    assert set(re.findall(r"`([\w:-]+)`", told)) == doors
