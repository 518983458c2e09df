"""A general name (各有关部门) means what a coordinator says, as long as they say so, and it is on record."""

from collections.abc import Iterable

import pytest
from django.db import DatabaseError, transaction

from fazhi.duties.actions import Narrow, TakeBack
from fazhi.duties.matrix import matrix
from fazhi.duties.models import Edition, Measure, Narrowing, Occurrence
from fazhi.duties.permitted import permitted
from fazhi.duties.register import Search, matching
from fazhi.fault import Fault
from fazhi.notices.models import Message, Notice
from tests.conftest import Personas, at, put_in_force
from tests.layers import LAYERS

TEXT = """试验区执法协作计划（2024—2026年）

一、协作
1.执法协作。每年通报协作情况。（责任单位：区政府各有关部门）
2.执法培训。区政府有关部门和各街道应当每年开展培训。（牵头单位：区司法局）
3.执法监督。每年组织案卷评查。（牵头单位：区司法局；责任单位：区政府各有关部门）
"""
DAY = at(2024, 1, 10)
LATER = at(2024, 3, 1)
WORDS, SUBJECT = "区政府各有关部门", "区政府有关部门"


@pytest.fixture
def plan(personas: Personas) -> Edition:
    made: Edition = LAYERS.lay("plan", lambda: put_in_force(personas, TEXT, DAY))
    return made


@pytest.fixture
def measure(plan: Edition) -> Measure:
    return Measure.objects.get(title="执法协作")


def narrow(measure: Measure, *organs: str, written: str = WORDS, reason: str = "只涉及执法机关") -> Narrow:
    seen = measure.narrowings.count()
    return Narrow(measure=measure, written=written, organs=organs, reason=reason, expected=seen)


def back(measure: Measure, written: str = WORDS, reason: str = "仍指全部部门") -> TakeBack:
    return TakeBack(measure=measure, written=written, reason=reason, expected=measure.narrowings.count())


def owing(measure: Measure) -> set[str]:
    """Who answers for the measure in the ledger of duties."""
    rows = matching(Search(outline=measure.outline_id), DAY.date()).filter(duty__measure=measure)
    return {row.organ.code for row in rows}


def codes(rows: Iterable[Occurrence]) -> set[str]:
    return {row.organ.code for row in rows}


def test_only_the_organs_meant_owe_from_the_decision_on(measure: Measure, personas: Personas) -> None:
    assert owing(measure) == {"government-office", "justice", "audit"}
    before = Occurrence.objects.count()
    done = narrow(measure, "justice", "audit").perform(personas.coordinator, LATER)
    assert owing(measure) == {"justice", "audit"}
    years = Occurrence.objects.filter(duty__measure=measure, organ__code="audit").count()
    assert (done.came, done.went) == (0, years)
    gone = Occurrence.objects.filter(duty__measure=measure).exclude(withdrawn=None)
    assert codes(gone) == {"government-office"}
    assert Occurrence.objects.count() == before
    assert done.by_id == personas.coordinator.person_id
    parts = {row.organ.code: row.parts for _, rows in matrix(measure.outline).bands for row in rows}
    assert [bool(parts[code][0]) for code in ("justice", "audit")] == [True, True]
    assert not parts["government-office"][0]


def test_an_organ_no_longer_meant_is_told_and_cannot_answer(measure: Measure, personas: Personas) -> None:
    narrow(measure, "government-office").perform(personas.coordinator, LATER)
    told = dict(Message.objects.values_list("organ__code", "text"))
    assert "包括你单位" in told["government-office"]
    assert "不再包括你单位" in told["justice"]
    assert Notice.objects.filter(person=personas.clerk.person_id).count() == 1
    row = Occurrence.objects.filter(duty__measure=measure, organ__code="justice").first()
    assert row
    fault = dict(permitted(personas.clerk, row, LATER.date()))["answer"]  # type: ignore[index]
    assert fault
    assert (fault.code, fault.wrong) == ("duties.E010", "该事项已不由本单位承担")


def test_what_was_decided_can_be_taken_back(measure: Measure, personas: Personas) -> None:
    rows = set(Occurrence.objects.filter(withdrawn=None).values_list("pk", flat=True))
    went = narrow(measure, "justice").perform(personas.coordinator, LATER).went
    again = back(measure).perform(personas.second, at(2024, 3, 2))
    assert (again.organs, again.came, again.went) == ([], went, 0)
    assert set(Occurrence.objects.filter(withdrawn=None).values_list("pk", flat=True)) == rows
    assert [row.reason for row in measure.narrowings.all()] == ["只涉及执法机关", "仍指全部部门"]


def test_the_subject_of_a_duty_binds_those_who_were_named(plan: Edition, personas: Personas) -> None:
    training = Measure.objects.get(title="执法培训")
    assert owing(training) == {"justice"}
    narrow(training, "audit", written=SUBJECT).perform(personas.coordinator, LATER)
    assert owing(training) == {"audit", "east", "west"}
    back(training, SUBJECT).perform(personas.coordinator, LATER)
    assert owing(training) == {"justice"}


def test_a_decision_holds_in_its_measure_alone_and_in_the_next_edition(
    measure: Measure, personas: Personas
) -> None:
    other = Measure.objects.get(title="执法监督")
    narrow(measure, "audit").perform(personas.coordinator, LATER)
    written = other.assignments.filter(written=WORDS)
    assert {part.organ.code for part in written} == {"government-office", "audit"}
    put_in_force(personas, TEXT.replace("每年组织案卷评查", "每年组织两次案卷评查"), at(2024, 4, 1))
    assert owing(measure) == {"audit"}
    assert {part.organ.code for part in measure.assignments.all()} == {"audit"}


@pytest.mark.parametrize(
    ("organs", "written", "reason", "code"),
    [
        ((), WORDS, "理由", "duties.E050"),
        (("east",), WORDS, "理由", "duties.E050"),
        (("audit",), "区司法局", "理由", "duties.E052"),
        (("audit",), WORDS, " ", "duties.E053"),
        (("audit",), WORDS, "长" * 2001, "duties.E054"),
    ],
)
def test_a_decision_that_does_not_hold_changes_nothing(
    organs: tuple[str, ...], written: str, reason: str, code: str, measure: Measure, personas: Personas
) -> None:
    with pytest.raises(Fault) as caught:
        narrow(measure, *organs, written=written, reason=reason).perform(personas.coordinator, LATER)
    assert caught.value.code == code
    assert owing(measure) == {"government-office", "justice", "audit"}
    assert not Narrowing.objects.exists()


def test_only_coordinators_decide_and_only_on_what_they_saw(measure: Measure, personas: Personas) -> None:
    for actor in (personas.clerk, personas.leader, personas.stranger):
        with pytest.raises(Fault, match=r"office\.E00"):
            narrow(measure, "audit").perform(actor, LATER)
    stale = narrow(measure, "justice")
    narrow(measure, "audit").perform(personas.coordinator, LATER)
    for act, code in (
        (stale, "duties.E409"),
        (narrow(measure, "audit"), "duties.E055"),
        (back(Measure.objects.get(title="执法监督")), "duties.E056"),
    ):
        with pytest.raises(Fault, match=code.replace(".", r"\.")):
            act.perform(personas.second, LATER)
    with pytest.raises(DatabaseError), transaction.atomic():
        Narrowing.objects.update(reason="")
