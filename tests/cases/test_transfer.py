"""A transferred case ends here with its reason and goes on where it was sent; each file says where."""

from datetime import date

import pytest

from fazhi.cases import policy
from fazhi.cases.actions import Perform
from fazhi.cases.audit import audit
from fazhi.cases.models import Case, Secrecy
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Appointment, Organ, Post
from tests.cases.conftest import opening, person
from tests.cases.joining import NEXT, asking, begun, joinable
from tests.cases.test_policy import sees
from tests.cases.test_soundness import wrong
from tests.conftest import Personas, at

__all__ = ["joinable"]
pytestmark = pytest.mark.usefixtures("joinable")


def east() -> Organ:
    return Organ.objects.get(code="east")


def sending(case: Case, **changes: object) -> Perform:
    return asking(case, "send", **{"to": east(), **changes})


@pytest.fixture
def sent(receiver: Actor) -> Case:
    """A request that 区司法局 transferred to 东街道."""
    case = begun(receiver)
    sending(case).perform(receiver, at(2026, 7, 8, 12))
    return Case.objects.get(pk=case.pk)


@pytest.fixture(autouse=True)
def _the_street_has_a_clerk_for_requests(personas: Personas) -> None:
    """东街道, too, has its 政府信息公开工作机构经办人."""
    post = Post.objects.create(organ=east(), title="政府信息公开工作机构经办人", role="clerk")
    Appointment.objects.create(person_id=personas.street.identity, post=post, since=date(2020, 1, 1))


def taking(origin: Case, organ: Organ, **changes: object) -> Case:
    action = opening(organ=organ, happened_on=NEXT, origin=origin, **changes)
    return action.perform(person("street"), at(2026, 7, 8, 15))


def test_the_organ_it_was_sent_to_sees_the_file_and_goes_on(sent: Case, personas: Personas) -> None:
    assert (sent.outcome, sent.sent_to) == ("sent", east())
    assert sees(personas.street, sent)
    case = taking(sent, east())
    assert (case.origin, case.inherited, list(sent.offshoots.all())) == (sent, 0, [case])
    assert audit().acts == 4
    assert wrong() == [(), (), (), ()]


def test_it_is_taken_over_once_and_by_the_organ_it_was_sent_to(
    sent: Case, receiver: Actor, personas: Personas
) -> None:
    other = begun(receiver)
    other.handlers.add(personas.street.identity)
    with pytest.raises(Fault, match=r"cases\.E038"):
        taking(other, east())
    taking(sent, east())
    with pytest.raises(Fault, match=r"cases\.E039"):
        taking(sent, east())
    assert Case.objects.count() == 3


def test_a_restricted_case_is_not_shown_to_the_whole_organ(receiver: Actor, personas: Personas) -> None:
    case = begun(receiver, secrecy=Secrecy.RESTRICTED)
    sending(case).perform(receiver, at(2026, 7, 8, 12))
    assert not sees(personas.street, case)
    with pytest.raises(Fault, match=r"cases\.E404"):
        taking(case, east())
    case.handlers.add(personas.street.identity)
    assert taking(case, east()).secrecy == Secrecy.RESTRICTED


def test_others_see_nothing(sent: Case, personas: Personas) -> None:
    assert not policy.visible(personas.stranger).exists()


@pytest.mark.parametrize("changes", [{"reason": " "}, {"act": "examine"}, {"act": "nothing"}])
def test_a_destination_without_a_reason_or_a_transfer_is_refused(
    receiver: Actor, changes: dict[str, str]
) -> None:
    case = begun(receiver)
    with pytest.raises(Fault, match=r"cases\.E037"):
        sending(case, **changes).perform(receiver, at(2026, 7, 8, 12))
    assert Case.objects.get(pk=case.pk).sent_to is None
