"""Rights follow from the posts held on the day, and from nothing else."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from fazhi.fault import Fault
from fazhi.office.actor import STRANGER, actor_of
from fazhi.office.models import Appointment, Organ, Person
from fazhi.office.right import Right
from tests.conftest import Personas


@pytest.mark.parametrize("right", Right)
def test_a_stranger_has_no_right(right: Right) -> None:
    assert not STRANGER.may(right)
    assert actor_of(AnonymousUser()) is STRANGER
    with pytest.raises(Fault, match=r"office\.E001"):
        STRANGER.demand(right)


def test_a_clerk_answers_for_the_own_organ_only(personas: Personas) -> None:
    justice, east = (Organ.objects.get(code=c).pk for c in ("justice", "east"))
    assert personas.clerk.may(Right.ANSWER, justice)
    assert not personas.clerk.may(Right.ANSWER, east)
    assert not personas.clerk.may(Right.READ_FILE, east)
    assert not personas.clerk.may(Right.SUPERVISE, justice)


def test_a_leader_reads_but_does_not_answer(personas: Personas) -> None:
    justice = Organ.objects.get(code="justice").pk
    assert personas.leader.may(Right.READ_FILE, justice)
    assert not personas.leader.may(Right.ANSWER, justice)


def test_an_auditor_reads_everything_and_changes_nothing(personas: Personas) -> None:
    east = Organ.objects.get(code="east").pk
    assert personas.auditor.may(Right.READ_FILE, east)
    assert not any(personas.auditor.may(r, east) for r in (Right.IMPORT, Right.SUPERVISE, Right.ANSWER))


def test_a_post_gives_its_rights_on_the_days_it_is_held(personas: Personas) -> None:
    held = Appointment.objects.get(person_id=personas.clerk.person_id)
    held.until = date(2024, 3, 31)
    held.save()
    user = Person.objects.get(pk=personas.clerk.person_id).user
    assert actor_of(user, date(2024, 3, 31)).may(Right.READ)
    assert actor_of(user, date(2024, 4, 1)) is STRANGER
