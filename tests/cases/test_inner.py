"""A hearing inside a penalty is a case of its own, and its end is known to the penalty."""

from datetime import date
from typing import Any

import pytest

from fazhi.cases import store
from fazhi.cases.actions import Engage, Open
from fazhi.cases.models import Case, Secrecy
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ, Person
from tests.cases.conftest import do, opening, person
from tests.conftest import Personas, at

TO_THE_REQUEST: tuple[tuple[str, dict[str, Any]], ...] = (
    ("investigate", {}),
    ("notify", {"hearing_scope": True}),
    ("hear", {"defence": "none"}),
    ("request_hearing", {}),
)
FILED, ASKED, HELD = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 20)


@pytest.fixture
def officer(personas: Personas) -> Actor:
    return person("officer")


@pytest.fixture
def colleagues(officer: Actor) -> tuple[int, ...]:
    return (person("partner").identity,)


@pytest.fixture
def penalty(officer: Actor, colleagues: tuple[int, ...]) -> Case:
    """A penalty whose party asked for a hearing."""
    case = opening(
        procedure="ordinary-penalty", organ=Organ.objects.get(code="east"), act="file", happened_on=FILED,
        title="演示处罚", facts={}, parties=(), colleagues=colleagues, secrecy=Secrecy.RESTRICTED,
    ).perform(officer, at(2026, 3, 2))  # fmt: skip
    for act, facts in TO_THE_REQUEST:
        do(case, officer, act, ASKED, facts=facts, colleagues=colleagues)
    return case


def hearing(penalty: Case, **changes: Any) -> Open:
    given: dict[str, Any] = {
        "procedure": "penalty-hearing", "organ": penalty.organ, "act": "appoint",
        "happened_on": date(2026, 3, 5), "facts": {"hearing_on": HELD}, "outer": penalty, "sub": "hearing",
    }  # fmt: skip
    return Open(**{**given, **changes})


def test_a_hearing_begins_only_when_the_penalty_came_to_it(penalty: Case, officer: Actor) -> None:
    with pytest.raises(Fault) as refused:
        hearing(penalty).perform(officer, at(2026, 3, 5))
    assert refused.value.code == "procedure.E024"
    assert Case.objects.count() == 1


def test_who_investigated_does_not_preside(
    penalty: Case, officer: Actor, colleagues: tuple[int, ...]
) -> None:
    do(penalty, officer, "organise_hearing", date(2026, 3, 5), colleagues=colleagues)
    organiser = person("organiser")
    someone = Person.objects.get(pk=organiser.person_id)
    Engage(case=penalty, person=someone).perform(officer, at(2026, 3, 5, 12))
    inner = hearing(penalty).perform(organiser, at(2026, 3, 5, 12))
    assert (inner.secrecy, inner.outer_id) == (Secrecy.RESTRICTED, penalty.pk)
    held = store.load(inner)
    assert held.earlier["investigator"] == {f"工号{one}" for one in (officer.identity, *colleagues)}
    assert [one.sub for one in store.load(penalty).subs] == ["hearing"]


def test_an_outer_case_that_may_not_be_handled_opens_nothing(penalty: Case, personas: Personas) -> None:
    with pytest.raises(Fault, match=r"office\.E001"):
        hearing(penalty).perform(personas.street, at(2026, 3, 5))
