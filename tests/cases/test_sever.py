"""A case that becomes several keeps every record and every clock in each; the chains say where they part."""

import json

import pytest

from fazhi.cases import store
from fazhi.cases.actions import Attachment, Sever
from fazhi.cases.audit import audit
from fazhi.cases.models import Case, Clock, Series
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from tests.cases.conftest import DAY, do, opening
from tests.cases.joining import THEN, WHY, asking, begun, join, joinable, sever
from tests.cases.test_join import EXAMINED
from tests.cases.test_soundness import wrong
from tests.conftest import at

__all__ = ["joinable"]
pytestmark = pytest.mark.usefixtures("joinable")


@pytest.fixture
def parts(receiver: Actor) -> tuple[Case, Case]:
    """A request and what was split off from it."""
    case = begun(receiver)
    sever(receiver, case, "第二项申请")
    return Case.objects.get(pk=case.pk), Case.objects.get(origin=case)


def test_each_part_keeps_every_record_and_every_clock(parts: tuple[Case, Case]) -> None:
    first, second = (store.load(one) for one in parts)
    assert [r.act for r in first.records] == [r.act for r in second.records] == ["submit", "receive", "sever"]
    assert first.records[-1].cases == second.records[-1].cases == tuple(one.number for one in parts)
    assert second.records[-1].reason == WHY
    clocks = [[(c.name, c.started, c.due) for c in Clock.objects.filter(case=one)] for one in parts]
    assert clocks[0] == clocks[1]
    assert set(parts[1].handlers.all()) == set(parts[0].handlers.all())


def test_the_chain_of_a_part_says_where_it_left_the_other(parts: tuple[Case, Case]) -> None:
    act = parts[1].acts.get()
    assert json.loads(bytes(act.body))["origin"] == {
        "case": parts[0].number, "sequence": 2, "leaf": parts[0].acts.get(sequence=3).previous,
    }  # fmt: skip
    assert audit().acts == 4
    assert wrong() == [(), (), (), ()]


def test_from_then_on_each_goes_its_own_way(parts: tuple[Case, Case], receiver: Actor) -> None:
    do(parts[1], receiver, "examine", THEN, facts=EXAMINED, papers=(Attachment("意见", "a.txt", b"a"),))
    assert [store.load(one).records[-1].act for one in parts] == ["sever", "examine"]
    file = store.file(parts[1])
    assert [act.name for act in file.acts] == [record.act for record in file.case.records]
    assert wrong() == [(), (), (), ()]


def test_a_part_can_be_split_again_and_joined(parts: tuple[Case, Case], receiver: Actor) -> None:
    sever(receiver, parts[1], "第三项申请")
    third = Case.objects.get(origin=parts[1])
    assert [r.act for r in store.load(third).records] == ["submit", "receive", "sever", "sever"]
    assert len(store.file(third).acts) == 4
    join(receiver, parts[0], third, hour=16)
    assert wrong() == [(), (), (), ()]


def test_what_cannot_be_split_is_refused_and_takes_no_number(receiver: Actor) -> None:
    case, other = begun(receiver), begun(receiver)
    numbers = Series.objects.get().last
    for titles, changes, code in (
        ((), {}, "cases.E035"),
        (("长" * 121,), {}, "cases.E035"),
        (tuple("多" * 21), {}, "cases.E035"),
        (("另案",), {"reason": ""}, "cases.E033"),
        (("另案",), {"act": "examine"}, "procedure.E026"),
    ):
        with pytest.raises(Fault) as refused:
            sever(receiver, case, *titles, **changes)
        assert refused.value.code == code
    assert (Case.objects.count(), Series.objects.get().last) == (2, numbers)
    join(receiver, case, other)
    with pytest.raises(Fault, match=r"cases\.E034"):
        sever(receiver, case, "另案")


def test_a_request_to_split_sent_twice_splits_once(receiver: Actor) -> None:
    action = Sever(act=asking(begun(receiver), "sever", key="once"), titles=("另案",))
    first, again = (action.perform(receiver, at(2026, 7, 8, hour)) for hour in (12, 13))
    assert (first.pk, Case.objects.count()) == (again.pk, 2)


def test_a_case_that_has_not_begun_to_be_received_splits_with_its_one_record(receiver: Actor) -> None:
    case = opening().perform(receiver, at(DAY.year, DAY.month, DAY.day))
    sever(receiver, case, "另案")
    assert len(store.load(Case.objects.get(origin=case)).records) == 2
