"""A post is lent for some days, within an organ, once, with a reason, and can be taken back."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from fazhi.fault import Fault
from fazhi.office.actions.counter import staff
from fazhi.office.actions.delegate import Delegate, revoke
from fazhi.office.actor import Actor, actor_at, actor_of
from fazhi.office.models import Appointment, Delegation, Person, Post
from fazhi.office.right import Right
from fazhi.web.forms.delegation import DelegationForm
from tests.conftest import Personas, at

NOW = at(2026, 3, 2)
SINCE, UNTIL = date(2026, 3, 2), date(2026, 3, 6)


def person(login: str) -> Person:
    return Person.objects.select_related("user").get(user__username=login)


def post(login: str) -> Post:
    return Post.objects.get(holders=person(login))


def acting(login: str, day: date = SINCE) -> Actor:
    return actor_of(person(login).user, day)


def lent(giver: str = "leader", to: str = "clerk", now: datetime = NOW, **changes: Any) -> Delegation:
    """The leader of 区司法局 lets its clerk act for five days."""
    action = Delegate(post=post(giver), delegate=person(to), since=SINCE, until=UNTIL, reason="出差")
    return replace(action, **changes).perform(acting(giver, now.date()), now)


def code(**changes: Any) -> str:
    """The code of the refusal; nothing may have been recorded."""
    count = Delegation.objects.count()
    with pytest.raises(Fault) as refused:
        lent(**changes)
    assert Delegation.objects.count() == count
    return refused.value.code


def test_the_delegate_has_the_rights_of_the_post_on_these_days_alone(personas: Personas) -> None:
    organ = post("second").organ_id
    lent("second")
    days = [date(2026, 3, 1), SINCE, UNTIL, date(2026, 3, 7)]
    assert [acting("clerk", day).may(Right.SUPERVISE) for day in days] == [False, True, True, False]
    assert acting("clerk").acts_for(Right.SUPERVISE, organ).principal == "演示·统筹员乙"  # type: ignore[union-attr]
    assert acting("clerk").acts_for(Right.ANSWER, organ) is None


def test_the_principal_keeps_the_post_and_others_gain_nothing(personas: Personas) -> None:
    lent("second")
    assert acting("second").may(Right.SUPERVISE)
    assert not acting("leader").may(Right.SUPERVISE)


def test_it_ends_with_the_principals_own_appointment(personas: Personas) -> None:
    lent("second")
    Appointment.objects.filter(person=person("second")).update(until=date(2026, 3, 3))
    assert acting("clerk", date(2026, 3, 3)).may(Right.SUPERVISE)
    assert not acting("clerk", date(2026, 3, 4)).may(Right.SUPERVISE)


def test_taken_back_it_ends_at_once_and_what_was_done_before_stays_explained(personas: Personas) -> None:
    row = lent("second")
    revoke(row.pk, acting("second"), at(2026, 3, 3, 15))
    assert not acting("clerk", date(2026, 3, 3)).may(Right.SUPERVISE)
    clerk = person("clerk").pk
    hours = [at(2026, 3, 2, 9), at(2026, 3, 2, 11), at(2026, 3, 3, 14), at(2026, 3, 3, 16)]
    assert [actor_at(clerk, hour).may(Right.SUPERVISE) for hour in hours] == [False, True, True, False]


def test_a_delegate_of_a_delegate_is_refused(personas: Personas) -> None:
    lent("second")
    action = Delegate(post=post("second"), delegate=person("leader"), since=SINCE, until=UNTIL, reason="转")
    with pytest.raises(Fault) as refused:
        action.perform(acting("clerk"), NOW)
    assert refused.value.code == "office.E011"


def test_a_post_of_somebody_else_is_refused(personas: Personas) -> None:
    action = Delegate(post=post("second"), delegate=person("leader"), since=SINCE, until=UNTIL, reason="借")
    with pytest.raises(Fault) as refused:
        action.perform(acting("clerk"), NOW)
    assert refused.value.code == "office.E010"


def test_what_makes_no_delegation_is_refused(personas: Personas) -> None:
    assert code(delegate=person("leader")) == "office.E012"
    assert code(since=UNTIL, until=SINCE) == "office.E013"
    assert code(since=date(2026, 3, 1)) == "office.E013"
    assert code(delegate=person("street")) == "office.E014"
    assert code(reason="  ") == code(reason="长" * 201) == code(reason="\0") == "office.E015"


def test_the_account_of_the_counter_is_lent_no_post(personas: Personas) -> None:
    organ = post("leader").organ
    counter = staff(organ, "网上受理岗", SINCE, demo=True)
    assert code(delegate=counter) == "office.E014"
    offered = DelegationForm(acting("leader"), SINCE).fields["delegate"].queryset  # type: ignore[attr-defined]
    assert person("clerk") in offered
    assert counter not in offered


def test_it_may_not_outlast_either_appointment(personas: Personas) -> None:
    Appointment.objects.filter(person=person("clerk")).update(until=date(2026, 3, 4))
    assert code() == "office.E014"
    Appointment.objects.filter(person=person("clerk")).update(until=None)
    Appointment.objects.filter(person=person("leader")).update(until=date(2026, 3, 4))
    assert code() == "office.E010"


def test_one_post_is_not_lent_twice_on_a_day(personas: Personas) -> None:
    first = lent()
    assert code(to="second", since=UNTIL, until=date(2026, 3, 9)) == "office.E016"
    revoke(first.pk, acting("leader"), NOW)
    assert lent(to="second").delegate == person("second")


def test_only_the_principal_takes_it_back_and_only_once(personas: Personas) -> None:
    row = lent()
    for login, expected in (("clerk", "office.E017"), ("leader", ""), ("leader", "office.E018")):
        try:
            revoke(row.pk, acting(login), NOW)
            said = ""
        except Fault as fault:
            said = fault.code
        assert said == expected


def test_a_stranger_delegates_nothing(personas: Personas) -> None:
    action = Delegate(post=post("leader"), delegate=person("clerk"), since=SINCE, until=UNTIL, reason="x")
    with pytest.raises(Fault) as refused:
        action.perform(personas.stranger, NOW)
    assert refused.value.code == "office.E002"
