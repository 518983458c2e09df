"""A disclosure request on a desk: the case that most tests of cases begin with."""

from datetime import date

import pytest

from fazhi.cases.actions import Identity, Open, Perform
from fazhi.cases.models import Act, Case
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Organ, Person
from tests.conftest import Personas, at

DAY = date(2026, 7, 6)
APPLICANT = Identity("applicant", {"name": "演示·申请人甲", "phone": "00000000000"})


def person(login: str) -> Actor:
    return actor_of(Person.objects.get(user__username=login).user, DAY)


@pytest.fixture
def receiver(personas: Personas) -> Actor:
    """政府信息公开工作机构经办人 of 区司法局."""
    return person("receiver")


@pytest.fixture
def chief(personas: Personas) -> Actor:
    """政府信息公开工作机构负责人 of 区司法局."""
    return person("chief")


def opening(**changes: object) -> Open:
    given: dict[str, object] = {
        "procedure": "disclosure-on-request",
        "organ": Organ.objects.get(code="justice"),
        "act": "submit",
        "happened_on": DAY,
        "title": "公开某项目批复的申请",
        "facts": {"channel": "in-person"},
        "parties": (APPLICANT,),
    }
    return Open(**{**given, **changes})  # type: ignore[arg-type]


@pytest.fixture
def case(receiver: Actor) -> Case:
    """A request handed in on Monday, 6 July 2026."""
    return opening().perform(receiver, at(2026, 7, 6))


def do(case: Case, actor: Actor, act: str, day: date, **changes: object) -> Act:
    """One act on what is on file now, recorded at ten on its day."""
    case = Case.objects.get(pk=case.pk)
    given: dict[str, object] = {"case": case, "expected": case.sequence, "act": act, "happened_on": day}
    return Perform(**{**given, **changes}).perform(  # type: ignore[arg-type]
        actor, at(day.year, day.month, day.day, 11)
    )


def receive(case: Case, receiver: Actor) -> Act:
    return do(case, receiver, "receive", DAY, facts={"channel": "in-person", "submitted_on": DAY})
