"""Things to be found: the test outline, cases open and restricted, a published register, a statute."""

from datetime import date

import pytest

from fazhi.cases.models import Secrecy
from fazhi.office.actor import Actor
from fazhi.search.actions import update_all
from fazhi.search.finding import question, search
from fazhi.search.source import sources
from fazhi.statutes.models import Statute
from tests.cases.conftest import opening, person
from tests.conftest import Personas, at
from tests.registers.lists import kept, opened, published, row


def found(actor: Actor, text: str, kind: str = "", organ: str = "", year: str = "") -> list[str]:
    """The titles of everything a person finds, kind by kind."""
    asked = question(text, kind, organ, year)
    kinds = [asked.kind] if asked.kind else list(sources())
    return [hit.record.title for kind in kinds for hit in search(actor, asked, kind)]


@pytest.fixture
def indexed(personas: Personas, edition: object) -> None:
    """All of it, in the index."""
    assert edition
    opening(title="紫藤路修缮批复公开").perform(person("receiver"), at(2026, 7, 6))
    secret = opening(title="紫藤路线索公开", secrecy=Secrecy.RESTRICTED)
    secret.perform(person("receiver"), at(2026, 7, 6))
    register = opened(personas)
    published(kept(register, personas, [row(1, "紫藤砍伐许可")]), personas)
    kept(register, personas, [row(1, "紫藤移植许可")])
    Statute.objects.create(key="试验区紫藤保护办法", title="试验区紫藤保护办法", enacted=date(2020, 5, 1))
    update_all()
