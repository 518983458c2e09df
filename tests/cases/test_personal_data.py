"""Who a party is: seen by those who handle the case, each look on record, gone for good when it must be."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from fazhi.cases import store, vault
from fazhi.cases.actions import Look as LookAt
from fazhi.cases.actions import ProposeErasure, RuleErasure
from fazhi.cases.models import Case, Erasure, Event, Look, Party, SubjectKey
from fazhi.fault import Fault
from fazhi.ledger.audit import audit
from fazhi.notices import audience
from fazhi.office.actor import Actor
from tests.cases.conftest import APPLICANT
from tests.conftest import Personas, at


def look(actor: Actor, purpose: str = "演示：核对送达地址") -> dict[str, str]:
    return LookAt(party=Party.objects.get(), purpose=purpose).perform(actor, at(2026, 7, 6, 12))


def test_a_look_shows_the_party_and_stays_on_record(case: Case, receiver: Actor) -> None:
    assert look(receiver) == APPLICANT.known
    row = Look.objects.get()
    assert (row.case, row.person_id, row.purpose) == (case, receiver.person_id, "演示：核对送达地址")


def test_who_does_not_handle_the_case_does_not_look(case: Case, personas: Personas) -> None:
    codes = []
    for actor in (personas.clerk, personas.coordinator, personas.street, personas.stranger):
        with pytest.raises(Fault) as refused:
            look(actor)
        codes.append(refused.value.code)
    assert codes == ["cases.E024", "cases.E024", "cases.E404", "cases.E404"]
    assert Look.objects.count() == 0


def test_a_look_needs_a_purpose(case: Case, receiver: Actor) -> None:
    with pytest.raises(Fault, match=r"cases\.E025"):
        look(receiver, "  ")


def proposal(case: Case, **other: str) -> ProposeErasure:
    given = {
        "subject": Party.objects.get().subject,
        "ground": "《个人信息保护法》第四十七条",
        "reason": "演示",
    }
    return ProposeErasure(case=case, **{**given, **other})


def ruling(erasure: Erasure, approved: bool = True, reason: str = "演示：已核对") -> RuleErasure:
    return RuleErasure(erasure=erasure, approved=approved, reason=reason)


def refused(action: ProposeErasure | RuleErasure, actor: Actor) -> str:
    with pytest.raises(Fault) as caught:
        action.perform(actor, at(2026, 8, 1))
    return caught.value.code


def test_erasure_destroys_the_key_and_leaves_the_proof(
    case: Case, receiver: Actor, personas: Personas
) -> None:
    subject = Party.objects.get().subject
    asked = proposal(case).perform(receiver, at(2026, 8, 1))
    assert look(receiver) == APPLICANT.known
    ruling(asked).perform(personas.coordinator, at(2026, 8, 2))
    told = case.events.filter(kind__in=(Event.Kind.ERASURE_ASKED, Event.Kind.ERASED)).order_by("at")
    assert [(one.data["subject"], one.data["by"]) for one in told] == [
        (subject, receiver.person_id), (subject, personas.coordinator.person_id)
    ]  # fmt: skip
    assert look(receiver) == {}
    assert audit([store.line(act, case.number).line() for act in case.acts.all()]).acts == 1
    assert refused(proposal(case), receiver) == "cases.E028"
    assert refused(ruling(asked), personas.coordinator) == "cases.E081"


def test_who_proposed_an_erasure_does_not_decide_it(case: Case, personas: Personas) -> None:
    asked = proposal(case).perform(personas.coordinator, at(2026, 8, 1))
    assert refused(ruling(asked), personas.coordinator) == "cases.E080"
    assert refused(proposal(case), personas.second) == "cases.E079"
    assert refused(ruling(asked, reason=" "), personas.second) == "cases.E026"
    ruling(asked, approved=False).perform(personas.second, at(2026, 8, 2))
    assert SubjectKey.objects.filter(subject=asked.subject).exists()
    proposal(case).perform(personas.coordinator, at(2026, 8, 3))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"subject": "别人"}, "cases.E027"),
        ({"ground": " "}, "cases.E026"),
        ({"reason": ""}, "cases.E026"),
        ({"reason": "长" * 501}, "cases.E026"),
    ],
)
def test_an_erasure_says_what_and_why(
    case: Case, personas: Personas, given: dict[str, str], code: str
) -> None:
    assert refused(proposal(case, **given), personas.coordinator) == code
    assert (SubjectKey.objects.count(), Erasure.objects.count()) == (1, 0)


def test_handlers_and_coordinators_propose_and_only_coordinators_decide(
    case: Case, receiver: Actor, personas: Personas
) -> None:
    assert refused(proposal(case), personas.auditor) == "office.E001"
    assert refused(proposal(case), personas.street) == "cases.E404"
    asked = proposal(case).perform(personas.coordinator, at(2026, 8, 1))
    assert refused(ruling(asked), receiver) == "office.E001"
    assert refused(ruling(asked), personas.stranger) == "office.E001"


def test_coordinators_are_told_that_an_erasure_waits(case: Case, receiver: Actor, personas: Personas) -> None:
    proposal(case).perform(receiver, at(2026, 8, 1))
    told = audience.concerned(Event.objects.get(kind=Event.Kind.ERASURE_ASKED), date(2026, 8, 1))
    assert {personas.coordinator.person_id, personas.second.person_id} <= told
    assert receiver.person_id not in told


def test_who_proposed_and_who_decided_stays_on_record(case: Case, receiver: Actor) -> None:
    asked = proposal(case).perform(receiver, at(2026, 8, 1))
    with pytest.raises(DatabaseError), transaction.atomic():
        Erasure.objects.filter(pk=asked.pk).update(ground="改过")


def test_keys_lie_in_the_installations_folder_and_belong_to_its_owner() -> None:
    assert vault.current() in vault.masters()
    assert all(len(key) == vault.KEY for key in vault.masters().values())
