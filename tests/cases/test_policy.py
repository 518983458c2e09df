"""Who sees a case: its organ, those put on it, the coordinators and auditors; a stranger sees nothing."""

import pytest

from fazhi.cases import policy
from fazhi.cases.actions import Engage
from fazhi.cases.models import Case, Secrecy
from fazhi.fault import Fault
from fazhi.office.actor import STRANGER, Actor
from fazhi.office.models import Person
from tests.cases.conftest import opening, person
from tests.conftest import Personas, at


def sees(actor: Actor, case: Case) -> bool:
    return policy.visible(actor).filter(pk=case.pk).exists()


def test_an_ordinary_case_is_seen_by_its_organ_the_coordinator_and_the_auditor(
    case: Case, personas: Personas, receiver: Actor, chief: Actor
) -> None:
    seeing = (receiver, chief, personas.clerk, personas.leader, personas.coordinator, personas.auditor)
    assert [sees(actor, case) for actor in seeing] == [True] * 6
    assert [sees(actor, case) for actor in (personas.street, STRANGER)] == [False, False]


def test_a_restricted_case_is_seen_by_its_handlers_and_the_auditor(
    personas: Personas, receiver: Actor, chief: Actor
) -> None:
    case = opening(secrecy=Secrecy.RESTRICTED).perform(receiver, at(2026, 7, 6))
    assert [sees(actor, case) for actor in (receiver, personas.auditor)] == [True, True]
    others = (chief, personas.clerk, personas.leader, personas.coordinator, personas.street, STRANGER)
    assert [sees(actor, case) for actor in others] == [False] * 6
    with pytest.raises(Fault, match=r"office\.E001"):
        Engage(case=case, person=Person.objects.get(pk=chief.person_id)).perform(chief, at(2026, 7, 6))


def test_a_case_that_may_not_be_seen_is_not_there(case: Case, personas: Personas) -> None:
    for pk in (case.pk, case.pk + 1):
        with pytest.raises(Fault, match=r"cases\.E404"):
            policy.found(personas.street, pk)


def test_a_person_sees_a_case_while_on_it(case: Case, personas: Personas, receiver: Actor) -> None:
    guest = Person.objects.get(pk=personas.street.person_id)
    Engage(case=case, person=guest).perform(receiver, at(2026, 7, 6))
    assert sees(personas.street, case)
    Engage(case=case, person=guest, on=False, reason="演示：调整分工").perform(receiver, at(2026, 7, 7))
    assert not sees(personas.street, case)
    assert [(e.person_id, e.on) for e in case.engagements.all()] == [
        (receiver.person_id, True), (guest.pk, True), (guest.pk, False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("login", "on", "reason", "code"),
    [
        ("receiver", True, "", "cases.E021"),
        ("chief", False, "演示", "cases.E021"),
        ("receiver", False, " ", "cases.E022"),
        ("receiver", False, "演示", "cases.E023"),
    ],
)
def test_what_cannot_be_is_refused(
    case: Case, receiver: Actor, login: str, on: bool, reason: str, code: str
) -> None:
    someone = Person.objects.get(pk=person(login).person_id)
    with pytest.raises(Fault) as refused:
        Engage(case=case, person=someone, on=on, reason=reason).perform(receiver, at(2026, 7, 7))
    assert (refused.value.code, case.handlers.count()) == (code, 1)
