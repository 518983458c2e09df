"""The coordinator asks, the organ answers with evidence, the coordinator confirms or returns."""

from collections.abc import Callable
from datetime import date

import pytest

from fazhi.duties.actions import Answer, Ask, Assign, Chase, Confirm, SendBack
from fazhi.duties.evidence import File, Link
from fazhi.duties.models import Duty, Evidence, Occurrence, Step
from fazhi.duties.permitted import permitted
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from tests.conftest import Personas, at

Stage = Occurrence.Stage
NOTE = File("说明.txt", "已完成两次评查".encode())


def answered(occurrence: Occurrence, actor: Actor, expected: int = 0) -> Step:
    answer = Answer(occurrence=occurrence, expected=expected, text="已组织两次评查", evidence=(NOTE,))
    return answer.perform(actor, at(2023, 12, 1))


def stage_of(occurrence: Occurrence) -> str:
    return Occurrence.objects.get(pk=occurrence.pk).stage


def refused(act: Callable[[], object]) -> str:
    """The code of the refusal, after which nothing may have been recorded."""
    before = Step.objects.count(), Evidence.objects.count()
    with pytest.raises(Fault) as fault:
        act()
    assert (Step.objects.count(), Evidence.objects.count()) == before
    return fault.value.code


def test_ask_answer_confirm_is_the_whole_walk(occurrence: Occurrence, personas: Personas) -> None:
    Ask(occurrence=occurrence, expected=0, text="请报送").perform(personas.coordinator, at(2023, 11, 1))
    answered(occurrence, personas.clerk, expected=1)
    assert stage_of(occurrence) == Stage.ANSWERED
    Confirm(occurrence=occurrence, expected=2).perform(personas.coordinator, at(2023, 12, 2))
    assert stage_of(occurrence) == Stage.CONFIRMED
    kinds = list(occurrence.steps.values_list("sequence", "kind", "organ__code"))
    assert kinds == [(1, "ask", "rule-of-law"), (2, "answer", "justice"), (3, "confirm", "rule-of-law")]


def test_a_returned_answer_is_rectified_and_checked_again(occurrence: Occurrence, personas: Personas) -> None:
    answered(occurrence, personas.clerk)
    back = SendBack(occurrence=occurrence, expected=1, text="缺评查结果", rectify_by=date(2024, 1, 31))
    back.perform(personas.coordinator, at(2023, 12, 2))
    row = Occurrence.objects.get(pk=occurrence.pk)
    assert (row.stage, row.rectify_by) == (Stage.RETURNED, date(2024, 1, 31))
    answered(occurrence, personas.clerk, expected=2)
    row.refresh_from_db()
    assert (row.stage, row.rectify_by) == (Stage.ANSWERED, None)


def test_a_confirmed_answer_that_does_not_hold_is_returned(
    occurrence: Occurrence, personas: Personas
) -> None:
    answered(occurrence, personas.clerk)
    Confirm(occurrence=occurrence, expected=1).perform(personas.coordinator, at(2023, 12, 2))
    back = SendBack(occurrence=occurrence, expected=2, text="复查不符", rectify_by=date(2024, 3, 1))
    back.perform(personas.coordinator, at(2024, 2, 1))
    assert stage_of(occurrence) == Stage.RETURNED


def test_evidence_is_kept_with_its_digest(occurrence: Occurrence, personas: Personas) -> None:
    link = Link("https://example.org/report", "公开报告")
    Answer(occurrence=occurrence, expected=0, text="见附件", evidence=(NOTE, link)).perform(
        personas.clerk, at(2023, 12, 1)
    )
    file, page = Evidence.objects.order_by("pk")
    assert (bytes(file.content), file.digest, file.title) == (NOTE.content, NOTE.digest, "说明.txt")
    assert (page.kind, page.url, page.title) == ("link", "https://example.org/report", "公开报告")


def test_nobody_confirms_their_own_answer(occurrence: Occurrence, personas: Personas) -> None:
    answered(occurrence, personas.second)
    own = Confirm(occurrence=occurrence, expected=1)
    assert refused(lambda: own.perform(personas.second, at(2023, 12, 2))) == "duties.E016"
    own.perform(personas.coordinator, at(2023, 12, 2))
    assert stage_of(occurrence) == Stage.CONFIRMED


def test_who_acted_on_an_old_page_is_told_and_loses_nothing(
    occurrence: Occurrence, personas: Personas
) -> None:
    Ask(occurrence=occurrence, expected=0, text="请报送").perform(personas.coordinator, at(2023, 11, 1))
    assert refused(lambda: answered(occurrence, personas.clerk)) == "duties.E409"
    answered(occurrence, personas.clerk, expected=1)
    assert stage_of(occurrence) == Stage.ANSWERED


def test_what_is_not_overdue_cannot_be_chased(occurrence: Occurrence, personas: Personas) -> None:
    chase = Chase(occurrence=occurrence, expected=0)
    assert occurrence.due_on == date(2023, 12, 31)
    assert refused(lambda: chase.perform(personas.coordinator, at(2023, 12, 31))) == "duties.E017"
    chase.perform(personas.coordinator, at(2024, 1, 1, hour=0))
    assert occurrence.steps.get().kind == Step.Kind.CHASE


def test_what_was_answered_is_not_chased(occurrence: Occurrence, personas: Personas) -> None:
    answered(occurrence, personas.clerk)
    chase = Chase(occurrence=occurrence, expected=1)
    assert refused(lambda: chase.perform(personas.coordinator, at(2024, 2, 1))) == "duties.E011"


def test_a_return_needs_reasons_and_a_day_to_come(occurrence: Occurrence, personas: Personas) -> None:
    answered(occurrence, personas.clerk)

    def back(text: str, day: date | None) -> str:
        act = SendBack(occurrence=occurrence, expected=1, text=text, rectify_by=day)
        return refused(lambda: act.perform(personas.coordinator, at(2023, 12, 5)))

    assert back(" ", date(2024, 1, 1)) == "duties.E020"
    assert back("缺材料", None) == "duties.E022"
    assert back("缺材料", date(2023, 12, 4)) == "duties.E023"


@pytest.mark.parametrize(
    ("text", "evidence", "code"),
    [
        ("", (NOTE,), "duties.E020"),
        ("完成\0", (NOTE,), "duties.E021"),
        ("字" * 10_001, (NOTE,), "duties.E021"),
        ("完成", (), "duties.E030"),
        ("完成", (NOTE, File("空.pdf", b"")), "duties.E031"),
    ],
)
def test_a_bad_answer_records_nothing(
    occurrence: Occurrence, personas: Personas, text: str, evidence: tuple[File, ...], code: str
) -> None:
    act = Answer(occurrence=occurrence, expected=0, text=text, evidence=evidence)
    assert refused(lambda: act.perform(personas.clerk, at(2023, 12, 1))) == code
    assert stage_of(occurrence) == Stage.OPEN


@pytest.mark.parametrize("who", ["street", "leader", "auditor", "stranger", "coordinator"])
def test_only_a_clerk_of_the_organ_answers(occurrence: Occurrence, personas: Personas, who: str) -> None:
    assert refused(lambda: answered(occurrence, getattr(personas, who))) == "office.E001"


@pytest.mark.parametrize("who", ["clerk", "street", "leader", "auditor", "stranger"])
def test_only_a_coordinator_supervises(occurrence: Occurrence, personas: Personas, who: str) -> None:
    verdicts = dict(permitted(getattr(personas, who), occurrence, date(2024, 2, 1)))
    verdicts.pop(Step.Kind.ANSWER)
    assert {fault.code for fault in verdicts.values() if fault} == {"office.E001"}
    assert all(verdicts.values())


@pytest.mark.parametrize("stage", Stage)
def test_every_refusal_has_a_sentence_and_what_is_permitted_can_be_done(
    occurrence: Occurrence, personas: Personas, stage: Stage
) -> None:
    Occurrence.objects.filter(pk=occurrence.pk).update(stage=stage)
    occurrence.refresh_from_db()
    verdicts = permitted(personas.coordinator, occurrence, date(2024, 2, 1))
    assert [kind for kind, _ in verdicts] == list(Step.Kind)
    assert all(fault.wrong and fault.remedy for _, fault in verdicts if fault)
    acts = {
        Step.Kind.ASK: Ask(occurrence=occurrence, expected=0, text="请报送"),
        Step.Kind.ANSWER: Answer(occurrence=occurrence, expected=0, text="完成", evidence=(NOTE,)),
        Step.Kind.CONFIRM: Confirm(occurrence=occurrence, expected=0),
        Step.Kind.RETURN: SendBack(
            occurrence=occurrence, expected=0, text="不符", rectify_by=date(2024, 3, 1)
        ),
        Step.Kind.CHASE: Chase(occurrence=occurrence, expected=0),
    }
    for kind, fault in verdicts:
        Occurrence.objects.filter(pk=occurrence.pk).update(stage=stage)
        if fault:
            act = acts[kind]
            assert refused(lambda act=act: act.perform(personas.coordinator, at(2024, 2, 1))) == fault.code
    permitted_kind = next(kind for kind, fault in verdicts if fault is None)
    assert acts[permitted_kind].perform(personas.coordinator, at(2024, 2, 1)).sequence == 1


def test_a_coordinator_lays_a_duty_on_another_organ(occurrence: Occurrence, personas: Personas) -> None:
    east = Organ.objects.get(code="east")
    assign = Assign(duty=occurrence.duty, organ=east, due_on=date(2024, 6, 30), text="请报送街道评查情况")
    step = assign.perform(personas.coordinator, at(2024, 2, 1))
    assert (step.occurrence.organ, step.occurrence.assigned, step.kind) == (east, True, Step.Kind.ASK)
    answered(step.occurrence, personas.street, expected=1)
    assert refused(lambda: assign.perform(personas.coordinator, at(2024, 2, 2))) == "duties.E025"
    assert refused(lambda: assign.perform(personas.clerk, at(2024, 2, 2))) == "office.E001"
    assert refused(lambda: assign.perform(personas.coordinator, at(2024, 7, 1))) == "duties.E024"
    assert refused(lambda: Assign(duty=occurrence.duty, organ=east, due_on=date(2024, 9, 1), text="").perform(
        personas.coordinator, at(2024, 2, 1))) == "duties.E020"  # fmt: skip
    assert Duty.objects.get(pk=occurrence.duty_id).occurrences.filter(organ=east).count() == 1
