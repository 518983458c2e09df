"""Who a party is: seen by those who handle the case, each look on record, gone for good when it must be."""

import pytest

from fazhi.cases import store, vault
from fazhi.cases.actions import Erase
from fazhi.cases.actions import Look as LookAt
from fazhi.cases.models import Case, Event, Look, Party, SubjectKey
from fazhi.fault import Fault
from fazhi.ledger.audit import audit
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


def test_erasure_destroys_the_key_and_leaves_the_proof(
    case: Case, receiver: Actor, personas: Personas
) -> None:
    subject = Party.objects.get().subject
    erase = Erase(case=case, subject=subject, ground="演示：当事人依法请求删除")
    event = erase.perform(personas.coordinator, at(2026, 8, 1))
    assert (event.kind, event.data["subject"]) == (Event.Kind.ERASED, subject)
    assert look(receiver) == {}
    assert audit([store.line(act, case.number).line() for act in case.acts.all()]).acts == 1
    with pytest.raises(Fault, match=r"cases\.E028"):
        erase.perform(personas.coordinator, at(2026, 8, 1))


@pytest.mark.parametrize(
    ("subject", "ground", "code"), [("", "演示", "cases.E027"), (None, " ", "cases.E026")]
)
def test_an_erasure_says_what_and_why(
    case: Case, personas: Personas, subject: str | None, ground: str, code: str
) -> None:
    given = Party.objects.get().subject if subject is None else subject
    with pytest.raises(Fault) as refused:
        Erase(case=case, subject=given, ground=ground).perform(personas.coordinator, at(2026, 8, 1))
    assert (refused.value.code, SubjectKey.objects.count()) == (code, 1)


def test_only_a_coordinator_erases(case: Case, receiver: Actor) -> None:
    with pytest.raises(Fault, match=r"office\.E001"):
        Erase(case=case, subject=Party.objects.get().subject, ground="演示").perform(receiver, at(2026, 8, 1))


def test_keys_lie_in_the_installations_folder_and_belong_to_its_owner() -> None:
    assert vault.current() in vault.masters()
    assert all(len(key) == vault.KEY for key in vault.masters().values())
