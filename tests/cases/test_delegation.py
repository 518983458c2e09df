"""A delegate acts in a case as the lender could, on the days of the delegation, and the act says for whom."""

import json
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fazhi.cases import capacity, store
from fazhi.cases.audit import audit
from fazhi.cases.models import Act, Case
from fazhi.fault import Fault
from fazhi.office.actions.delegate import Delegate, revoke
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Appointment, Delegation, Person, Post
from tests.cases.conftest import DAY, do, opening, person, receive
from tests.cases.test_join import EXAMINED
from tests.conftest import Personas, at
from tests.web.conftest import logged_in
from tests.web.page import text

FIRST, LAST = date(2026, 7, 7), date(2026, 7, 9)
MORE = {"extension_days": 5}


def lend(giver: Actor, to: Actor, since: date = FIRST, until: date = LAST) -> Delegation:
    post = Post.objects.get(holders=giver.identity)
    delegate = Person.objects.get(pk=to.identity)
    action = Delegate(post=post, delegate=delegate, since=since, until=until, reason="演示：出差")
    return action.perform(giver, at(2026, 7, 6, 8))


@pytest.fixture
def running(case: Case, receiver: Actor) -> Case:
    """A request whose reply only the chief may put off."""
    receive(case, receiver)
    return case


def deputy(day: date) -> Actor:
    return actor_of(Person.objects.get(user__username="clerk").user, day)


def prolong(case: Case, actor: Actor, day: date, **changes: object) -> Act:
    return do(case, actor, "agree_to_extend", day, facts=MORE, **changes)


def test_the_delegate_acts_for_the_lender_and_the_act_says_so(
    running: Case, chief: Actor, receiver: Actor
) -> None:
    lend(chief, deputy(FIRST))
    act = prolong(running, deputy(FIRST), FIRST)
    (by,) = json.loads(bytes(act.body))["record"]["by"]
    title = Post.objects.get(holders=chief.identity).title
    assert by["id"] == capacity.pseudonym(deputy(FIRST).identity)
    assert by["lent"] == {title: capacity.pseudonym(chief.identity)}
    held = store.load(running)
    assert capacity.signed(
        held.edition, held.records[-1], capacity.named(capacity.concerned(held.records))
    ) == ("演示·承办人甲（代演示·公开负责人甲）",)
    assert audit().acts == 3


@pytest.mark.parametrize("day", [FIRST - timedelta(days=1), LAST + timedelta(days=1)])
def test_before_the_first_and_after_the_last_day_nothing_is_lent(
    running: Case, chief: Actor, day: date
) -> None:
    lend(chief, deputy(FIRST))
    with pytest.raises(Fault, match=r"procedure\.E007"):
        prolong(running, deputy(day), day)
    assert running.acts.count() == 2


def test_an_act_of_a_day_of_the_delegation_may_be_recorded_later(running: Case, chief: Actor) -> None:
    lend(chief, deputy(FIRST))
    (one,) = capacity.people((deputy(FIRST).identity,), running, LAST)
    (after,) = capacity.people((deputy(FIRST).identity,), running, LAST + timedelta(days=1))
    assert (len(one.lent), after.lent) == (1, ())


def test_what_was_taken_back_or_lost_by_the_lender_is_lent_no_more(running: Case, chief: Actor) -> None:
    row = lend(chief, deputy(FIRST))
    revoke(row.pk, chief, at(2026, 7, 8))
    (before,) = capacity.people((deputy(FIRST).identity,), running, FIRST)
    (that_day,) = capacity.people((deputy(FIRST).identity,), running, date(2026, 7, 8))
    assert (len(before.lent), that_day.lent) == (1, ())
    Appointment.objects.filter(person=chief.identity).update(until=DAY)
    (gone,) = capacity.people((deputy(FIRST).identity,), running, FIRST)
    assert gone.lent == ()


def test_who_holds_no_post_of_their_own_is_lent_none(running: Case, chief: Actor) -> None:
    delegate = deputy(FIRST)
    lend(chief, delegate)
    Appointment.objects.filter(person=delegate.identity).update(until=DAY)
    (one,) = capacity.people((delegate.identity,), running, FIRST)
    assert one.posts == frozenset()


def test_an_own_post_is_nobody_elses(running: Case, chief: Actor, receiver: Actor) -> None:
    lend(chief, receiver)
    act = do(running, receiver, "examine", FIRST, facts=EXAMINED)
    held = store.load(running)
    assert capacity.signed(held.edition, held.records[-1], {}) == (capacity.pseudonym(receiver.identity),)
    assert act.person_id == receiver.identity


def test_duties_are_kept_apart_by_the_person_who_acts(personas: Personas) -> None:
    """Whoever investigated may not preside over the hearing, in whosesoever post."""
    officer, partner, organiser = (person(name) for name in ("officer", "partner", "organiser"))
    east = Post.objects.get(holders=organiser.identity).organ
    case = opening(
        procedure="ordinary-penalty", organ=east, act="file", title="演示处罚", facts={}, parties=(),
        colleagues=(partner.identity,),
    ).perform(officer, at(2026, 7, 6))  # fmt: skip
    together = {"colleagues": (partner.identity,)}
    for act, facts in (
        ("investigate", {}), ("notify", {"hearing_scope": True}), ("hear", {"defence": "none"}),
        ("request_hearing", {}), ("organise_hearing", {}),
    ):  # fmt: skip
        do(case, officer, act, DAY, facts=facts, **together)
    post = Post.objects.create(organ=east, title="听证主持人", role="clerk")
    leader = person("cadet")
    Appointment.objects.filter(person=leader.identity).update(post=post)
    lend(leader, officer)
    inner = opening(
        procedure="penalty-hearing", organ=east, act="appoint", title="", parties=(), outer=case,
        sub="hearing", happened_on=FIRST, facts={"hearing_on": date(2026, 7, 20)},
    ).perform(organiser, at(2026, 7, 7))  # fmt: skip
    do(inner, organiser, "notify", FIRST)
    with pytest.raises(Fault, match=r"procedure\.E010"):
        do(inner, officer, "hold", LAST)


def test_the_page_names_both(running: Case, chief: Actor) -> None:
    lend(chief, deputy(FIRST))
    prolong(running, deputy(FIRST), FIRST)
    client: Client = logged_in("receiver")
    words = text(client.get(reverse("web:case", args=[running.pk])))
    assert "演示·承办人甲（代演示·公开负责人甲）" in words
