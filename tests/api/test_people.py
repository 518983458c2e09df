"""People on a case through the interface: assignments and looks once, on record, and within the scope."""

from typing import Any

import pytest

from fazhi.api.scope import Scope
from fazhi.cases.actions import Look
from fazhi.cases.models import Case, Engagement, Party
from fazhi.cases.models import Look as Looked
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Person
from tests.api.conftest import System, token_of
from tests.cases.conftest import APPLICANT, person
from tests.cases.erasing import erase
from tests.cases.joining import begun, join, joinable, sever
from tests.conftest import Personas, at

__all__ = ["joinable"]


def pk(login: str) -> int:
    return Person.objects.get(user__username=login).pk


def engage(desk: System, case: Case, **body: Any) -> Any:
    key = body.pop("key", "")
    return desk.post(f"/cases/{case.pk}/people", body, **({"idempotency_key": key} if key else {}))


def look(desk: System, case: Case, purpose: str = "演示：送达", **headers: str) -> Any:
    subject = Party.objects.filter(case=case).values_list("subject", flat=True).first()
    return desk.post(f"/cases/{case.pk}/parties/{subject}/looks", {"purpose": purpose}, **headers)


def test_somebody_is_put_on_the_case_once_and_taken_off_with_a_reason(desk: System, case: Case) -> None:
    given = [engage(desk, case, person=pk("chief"), key="a") for _ in range(2)]
    assert [one.status_code for one in given] == [201, 201]
    assert given[0].json() == given[1].json()
    assert Engagement.objects.filter(person=pk("chief")).count() == 1
    other = engage(desk, case, person=pk("chief"), on=False, key="a")
    assert (other.status_code, other.json()["code"]) == (409, "cases.E019")
    assert engage(desk, case, person=pk("chief"), on=False).json()["code"] == "cases.E022"
    assert engage(desk, case, person=pk("chief"), on=False, reason="演示").json()["on"] is False


@pytest.mark.parametrize(
    ("body", "code"), [({"person": 10**9}, "api.E007"), ({"person": 0}, "api.E400"), ({}, "api.E400")]
)
def test_nobody_is_put_on_a_case_by_mistake(
    desk: System, case: Case, body: dict[str, int], code: str
) -> None:
    answer = engage(desk, case, **body)
    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert answer["Content-Type"].startswith("application/problem+json")


def test_a_party_is_looked_at_once_on_record_and_not_cached(desk: System, case: Case) -> None:
    given = [look(desk, case, idempotency_key="b") for _ in range(2)]
    assert [one.status_code for one in given] == [201, 201]
    assert given[0].json()["known"] == given[1].json()["known"] == dict(APPLICANT.known)
    assert given[0]["Cache-Control"] == "no-store"
    assert [(one.purpose, one.person_id) for one in Looked.objects.all()] == [("演示：送达", pk("receiver"))]
    assert look(desk, case, "演示：另一目的", idempotency_key="b").json()["code"] == "cases.E019"


def test_a_key_opens_no_second_look_on_another_day(case: Case) -> None:
    receiver, party = person("receiver"), Party.objects.get()
    action = Look(party=party, purpose="演示", key="c")
    action.perform(receiver, at(2026, 7, 7))
    with pytest.raises(Fault, match=r"cases\.E029"):
        action.perform(receiver, at(2026, 7, 8))
    assert Looked.objects.count() == 1


def test_what_was_erased_is_not_known_and_the_look_is_on_record(
    desk: System, case: Case, personas: Personas
) -> None:
    party = Party.objects.get()
    erase(case, party.subject, at(2026, 7, 7))
    assert look(desk, case).json()["known"] == {}
    assert Looked.objects.count() == 1


def test_a_look_needs_its_scope_and_a_share_in_the_case(case: Case) -> None:
    narrow = System(token_of(person("receiver"), Scope.CASES_READ, Scope.CASES_WRITE))
    assert look(narrow, case).status_code == 403
    assert look(System(token_of(person("chief"))), case).json()["code"] == "cases.E024"
    assert look(System(token_of(person("street"))), case).status_code == 404
    assert look(System(), case).status_code == 401
    assert not Looked.objects.exists()


def test_nobody_is_a_party_by_another_name(desk: System, case: Case) -> None:
    answer = desk.post(f"/cases/{case.pk}/parties/没有/looks", {"purpose": "演示"})
    assert (answer.status_code, answer.json()["code"]) == (404, "api.E404")


@pytest.mark.usefixtures("joinable")
def test_a_case_names_its_ties(desk: System, personas: Personas) -> None:
    receiver: Actor = person("receiver")
    one, other = begun(receiver), begun(receiver)
    sever(receiver, one, "另案")
    part = Case.objects.get(origin=one)
    join(receiver, one, other, hour=16)
    ties = [desk.get(f"/cases/{case.pk}").json()["ties"] for case in (one, part)]
    assert ties[0]["joined"] == [{"id": other.pk, "number": other.number}]
    assert ties[0]["offshoots"] == [{"id": part.pk, "number": part.number}]
    assert ties[1]["origin"] == {"id": one.pk, "number": one.number}
    acts = desk.get(f"/cases/{part.pk}/acts").json()
    assert [act["act"]["id"] for act in acts] == ["submit", "receive", "sever"]
