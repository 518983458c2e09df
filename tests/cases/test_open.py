"""A case begins with its number, its first act, its parties and its handler, or it does not begin."""

import json
from datetime import date

import pytest

from fazhi.cases import store
from fazhi.cases.actions import Identity
from fazhi.cases.models import Act, Case, Event, Party, Secret, Series
from fazhi.fault import Fault
from fazhi.office.actor import STRANGER, Actor
from tests.cases.conftest import DAY, opening
from tests.conftest import Personas, at


def test_a_case_has_its_number_its_first_act_and_its_handler(case: Case, receiver: Actor) -> None:
    assert case.number == "区司法局政府信息依申请公开〔2026〕1号"
    assert [act.name for act in case.acts.all()] == ["submit"]
    assert [person.pk for person in case.handlers.all()] == [receiver.person_id]
    assert [event.kind for event in case.events.all()] == [Event.Kind.OPENED]
    assert (case.sequence, case.outcome, case.latest_on) == (1, "", DAY)


def test_who_the_party_is_stands_nowhere_in_the_chain(case: Case) -> None:
    act = Act.objects.get()
    body = bytes(act.body).decode()
    assert "演示·申请人甲" not in body
    party = Party.objects.get()
    sealed = json.loads(body)["parties"][party.subject]
    assert sealed == {"role": "applicant", "sealed": Secret.objects.get().commitment}


def test_numbers_follow_each_other_without_a_gap(case: Case, receiver: Actor) -> None:
    with pytest.raises(Fault, match=r"procedure\.E012"):
        opening(facts={}).perform(receiver, at(2026, 7, 6))
    assert opening().perform(receiver, at(2026, 7, 6)).number.endswith("〔2026〕2号")
    assert Series.objects.get().last == 2


def test_the_case_is_read_back_as_it_was_written(case: Case) -> None:
    held = store.load(case)
    (record,) = held.records
    assert (record.act, record.happened_on, record.facts) == ("submit", DAY, {"channel": "in-person"})
    assert record.recorded_at == at(2026, 7, 6)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"procedure": "没有的程序"}, "cases.E001"),
        ({"act": "reply"}, "procedure.E003"),
        ({"act": "没有的行为"}, "procedure.E001"),
        ({"happened_on": date(2026, 6, 1)}, "procedure.E018"),
        ({"happened_on": date(2026, 7, 7)}, "procedure.E015"),
        ({"facts": {"channel": "pigeon"}}, "procedure.E013"),
        ({"title": "长" * 121}, "cases.E020"),
        ({"parties": (Identity("clerk", {"name": "演示·甲"}),)}, "cases.E014"),
        ({"parties": (Identity("applicant", {"name": " "}),)}, "cases.E015"),
        ({"parties": (Identity("applicant", {"name": "演示·甲", "血型": "A"}),)}, "cases.E016"),
        ({"parties": (Identity("applicant", {"name": "长" * 2001}),)}, "cases.E017"),
    ],
)
def test_what_is_wrong_is_refused_and_leaves_nothing(
    receiver: Actor, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(Fault) as refused:
        opening(**changes).perform(receiver, at(2026, 7, 6))
    assert refused.value.code == code
    assert [model.objects.count() for model in (Case, Act, Party, Secret, Event, Series)] == [0] * 6


def test_only_those_who_handle_the_organs_cases_open_them(personas: Personas, receiver: Actor) -> None:
    for actor in (STRANGER, personas.street, personas.auditor):
        with pytest.raises(Fault) as refused:
            opening().perform(actor, at(2026, 7, 6))
        assert refused.value.code == "office.E001"
    assert Case.objects.count() == 0


def test_a_clerk_without_the_procedures_post_is_refused_with_the_article(personas: Personas) -> None:
    with pytest.raises(Fault) as refused:
        opening().perform(personas.clerk, at(2026, 7, 6))
    assert (refused.value.code, "第二十七条" in refused.value.basis) == ("procedure.E007", True)


def test_the_same_request_sent_twice_is_one_case(receiver: Actor) -> None:
    first = opening(key="k1").perform(receiver, at(2026, 7, 6))
    assert opening(key="k1").perform(receiver, at(2026, 7, 6, 12)).pk == first.pk
    with pytest.raises(Fault, match=r"cases\.E019"):
        opening(key="k1", title="另一件").perform(receiver, at(2026, 7, 6))
    assert Case.objects.count() == 1
