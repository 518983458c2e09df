"""An event reaches the inboxes of those concerned once, and nobody is told of what they did themselves."""

from datetime import timedelta

import pytest

from fazhi.cases.actions import Engage
from fazhi.cases.models import Case, Event, Secrecy
from fazhi.fault import Fault
from fazhi.notices.actions import Subscribe, dispatch, read, ring
from fazhi.notices.models import Delivery, Dispatch, Notice
from fazhi.notices.wording import said
from fazhi.office.actor import Actor
from fazhi.office.models import Person
from tests.cases.conftest import opening, person
from tests.conftest import Personas, at

NOW = at(2026, 7, 7)


def inbox(actor: Actor) -> list[str]:
    return [said(n.event) for n in Notice.objects.filter(person=actor.person_id).order_by("at", "pk")]


def test_who_acted_is_not_told_and_the_others_are(case: Case, receiver: Actor, chief: Actor) -> None:
    Engage(case=case, person=Person.objects.get(pk=chief.person_id)).perform(receiver, at(2026, 7, 6, 12))
    dispatch(NOW)
    assert inbox(receiver) == []
    assert inbox(chief) == ["已立案：提出申请", "新的办理记录：确定收到申请之日", "您被指派承办"]


def test_an_event_is_passed_on_once(case: Case) -> None:
    assert dispatch(NOW) == Event.objects.count()
    assert dispatch(NOW) == 0
    assert Dispatch.objects.count() == Event.objects.count()


def test_what_is_late_goes_up(case: Case, receiver: Actor, chief: Actor, personas: Personas) -> None:
    ring(at(2026, 8, 4))
    dispatch(at(2026, 8, 4))
    late = "“答复期限”已于 2026-08-03 到期，尚未办理"
    assert [late in inbox(actor) for actor in (receiver, chief, personas.leader)] == [True] * 3
    assert [inbox(actor) for actor in (personas.coordinator, personas.clerk, personas.street)] == [[]] * 3
    ring(at(2026, 8, 10))
    dispatch(at(2026, 8, 10))
    assert inbox(personas.coordinator) == ["“答复期限”自 2026-08-03 到期后一直没有办理"]


def test_a_restricted_case_stays_with_its_handlers(personas: Personas, receiver: Actor) -> None:
    subscribe(personas)
    opening(secrecy=Secrecy.RESTRICTED).perform(receiver, at(2026, 7, 6))
    dispatch(NOW)
    assert Notice.objects.count() == 0
    assert Delivery.objects.count() == 0


def test_old_events_of_a_restored_backup_are_not_told_again(case: Case) -> None:
    assert dispatch(NOW + timedelta(days=60)) == 0


def test_a_person_reads_only_their_own(case: Case, receiver: Actor, personas: Personas) -> None:
    ring(at(2026, 8, 4))
    dispatch(at(2026, 8, 4))
    theirs = Notice.objects.get(person=personas.leader.person_id)
    assert read(receiver, NOW, theirs.pk) == 0
    assert (read(personas.leader, NOW, theirs.pk), read(receiver, NOW)) == (1, 1)


def subscribe(personas: Personas, **changes: object) -> object:
    given: dict[str, object] = {"url": "https://1.1.1.1/hook"}
    return Subscribe(**{**given, **changes}).perform(personas.coordinator, NOW)  # type: ignore[arg-type]


def test_mails_and_calls_wait_to_be_sent(case: Case, personas: Personas, chief: Actor) -> None:
    user = Person.objects.get(pk=chief.person_id).user
    user.email = "chief@example.org"
    user.save()
    Engage(case=case, person=Person.objects.get(pk=chief.person_id)).perform(person("receiver"), NOW)
    with pytest.raises(Fault):
        subscribe(personas, kinds=("nothing",))
    dispatch(NOW)
    assert {d.person_id for d in Delivery.objects.all()} == {chief.person_id}
