"""Anybody comments, on the whole or on a clause, named or not; each comment is on file at once."""

from datetime import date

import pytest

from fazhi.cases import soundness, store
from fazhi.cases.actions import Engage
from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation import actions
from fazhi.chapters.decisions.consultation.models import Author, Comment, Consultation
from fazhi.fault import Fault
from fazhi.office.models import Appointment, Person
from tests.cases.erasing import erase
from tests.chapters.decisions.consultation.people import actor, opened, say
from tests.conftest import at


def test_a_comment_on_a_clause_is_an_act_of_the_case_and_names_the_clause(consultation: Consultation) -> None:
    found = say(consultation, "夜间以外也应当免费", clause=4)
    assert (found.number, found.label) == (1, "第三条第一款")
    record = store.load(consultation.case).history[-1]
    assert record.act == "comment"
    assert record.facts["comment"] == "第1号意见（第三条第一款）：夜间以外也应当免费"


def test_nobody_has_to_give_a_name(consultation: Consultation) -> None:
    say(consultation, "同意")
    assert not Author.objects.exists()


def test_who_said_it_is_sealed_and_looked_at_on_record(consultation: Consultation) -> None:
    found = say(consultation, "同意", name="演示·意见人甲", contact="00000000000")
    row = Author.objects.get(comment=found)
    assert "意见人甲".encode() not in bytes(row.ciphertext)
    with pytest.raises(Fault, match=r"cases.E025"):
        actions.Look(author=row, purpose=" ").perform(actor("drafter"), at(2026, 3, 11))
    known = actions.Look(author=row, purpose="核实").perform(actor("drafter"), at(2026, 3, 11))
    assert known == {"name": "演示·意见人甲", "contact": "00000000000"}
    assert consultation.case.looks.get().purpose == "核实"
    with pytest.raises(Fault, match=r"cases.E404"):
        actions.Look(author=row, purpose="好奇").perform(actor("street"), at(2026, 3, 11))


def test_erasure_leaves_the_comment_and_the_proof(consultation: Consultation) -> None:
    row = Author.objects.get(comment=say(consultation, "同意", name="演示·意见人甲"))
    erase(consultation.case, row.subject, at(2026, 3, 12))
    assert actions.Look(author=row, purpose="核实").perform(actor("drafter"), at(2026, 3, 12)) == {}
    assert Comment.objects.get().text == "同意"
    assert not soundness.seals(Case.objects.all()).wrong


def test_the_last_day_counts_and_the_day_after_is_late(consultation: Consultation) -> None:
    say(consultation, "末日的意见", at=at(2026, 4, 3, 23))
    with pytest.raises(Fault) as refused:
        say(consultation, "晚了", at=at(2026, 4, 4, 0))
    assert refused.value.code == "consultation.E011"
    assert "第七十五条" in refused.value.basis
    assert consultation.comments.count() == 1


def test_after_the_end_nothing_is_taken(consultation: Consultation) -> None:
    actions.Close(consultation=consultation).perform(actor("drafter"), at(2026, 4, 7))
    with pytest.raises(Fault, match=r"consultation.E011"):
        say(consultation, "晚了", at=at(2026, 4, 7))


def test_the_same_form_sent_twice_is_one_comment(consultation: Consultation) -> None:
    first = say(consultation, "同意", key="a")
    assert say(consultation, " 同意 ", key="a") == first
    assert Case.objects.get(pk=consultation.case_id).sequence == 4
    with pytest.raises(Fault, match=r"consultation.E409"):
        say(consultation, "不同意", key="a")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"text": "  "}, "E010"), ({"text": "长" * 3_001}, "E010"), ({"text": "a\0"}, "E010"),
        ({"clause": 99}, "E012"), ({"version": 7}, "E012"), ({"kind": "robot"}, "E013"),
        ({"name": "长" * 201}, "E013"), ({"contact": "\0"}, "E013"), ({"key": ""}, "E014"),
        ({"key": "k" * 81}, "E014"),
    ],
)  # fmt: skip
def test_bad_input_is_named_and_leaves_nothing(
    changes: dict[str, object], code: str, consultation: Consultation
) -> None:
    with pytest.raises(Fault, match=rf"consultation.{code}"):
        say(consultation, **{"text": "意见", **changes})  # type: ignore[arg-type]
    assert not Comment.objects.exists()
    assert Case.objects.get(pk=consultation.case_id).sequence == 3


def test_when_its_keeper_has_left_a_colleague_on_the_case_records_for_the_public(
    consultation: Consultation,
) -> None:
    mate = Person.objects.get(user__username="mate")
    Engage(case=consultation.case, person=mate).perform(actor("drafter"), at(2026, 3, 5))
    Appointment.objects.filter(person=consultation.keeper).update(until=date(2026, 3, 6))
    assert say(consultation, "同意").act.person == mate
    Appointment.objects.filter(person=mate).update(until=date(2026, 3, 6))
    with pytest.raises(Fault, match=r"consultation.E015"):
        say(consultation, "没有登记")


def test_numbers_are_of_one_consultation(consultation: Consultation) -> None:
    other = opened()
    assert [say(one, "意见").number for one in (consultation, other, consultation)] == [1, 1, 2]
