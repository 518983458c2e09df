"""A hearing from its notice to its signed record, and every short cut refused with its article."""

import json
from base64 import b64encode
from datetime import date
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from fazhi.cases import signing, store
from fazhi.cases.actions import PublishCheckpoint
from fazhi.cases.models import Case, Checkpoint, Look, Paper
from fazhi.chapters.decisions.hearing import actions, names
from fazhi.chapters.decisions.hearing.actions import Group
from fazhi.chapters.decisions.hearing.models import (
    Announcement,
    Commitment,
    Drawing,
    Hearing,
    Registration,
    Seat,
)
from fazhi.chapters.decisions.hearing.phase import Phase
from fazhi.draw import record as records
from fazhi.draw.selection import Outcome
from fazhi.fault import Fault
from fazhi.ledger import checkpoint
from fazhi.office.actor import STRANGER
from tests.cases.erasing import erase
from tests.cases.ledgers import home
from tests.chapters.decisions.consultation.people import act, actor, decision, document
from tests.chapters.decisions.hearing import stage
from tests.chapters.decisions.hearing.stage import (
    VALUE,
    announced,
    commit,
    drawn,
    filled,
    heard,
    now,
    opened,
    opening,
    register,
    rule,
    seats,
)
from tests.conftest import at

__all__ = ["home"]
pytestmark = pytest.mark.usefixtures("offices")
FAIR, PAPERS, RECORD = "第十六条第三款", "第十六条第三款", "第十七条"


def refused(code: str, action: object, when: object, article: str = "") -> None:
    """Refused with its code and article, and nothing kept of it."""
    acts = Case.objects.get().sequence
    with pytest.raises(Fault, match=code) as caught, transaction.atomic():
        action.perform(actor("drafter"), when)  # type: ignore[attr-defined]
    assert article in caught.value.basis
    assert Case.objects.get().sequence == acts


def test_a_hearing_runs_from_its_notice_to_the_account_of_what_was_heard() -> None:
    row = filled()
    assert now(row).phase(date(2026, 3, 10)) is Phase.REGISTERING
    assert now(row).needs_draw
    drawn(row)
    assert now(row).phase(date(2026, 3, 19)) is Phase.SELECTED
    actions.Announce(hearing=stage.again(row)).perform(actor("drafter"), at(2026, 3, 20))
    file = store.file(row.case)
    facts = file.case.state.facts
    assert (facts["hearing"], facts["hearing_on"], facts["selection"]) == ("chosen", date(2026, 4, 1), "open")
    listed = bytes(Paper.objects.get(title="听证参加人名单").content).decode()
    assert len(seats(row)) == 3
    assert all(f"{row.pk}-{number}" in listed for number in seats(row))
    heard(stage.again(row))
    actions.Sign(hearing=row, numbers=seats(row)[:2]).perform(actor("drafter"), at(2026, 4, 1, 18))
    refused("hearing.E073", actions.Hold(hearing=row), at(2026, 4, 2), RECORD)
    third = row.registrations.get(number=seats(row)[2])
    actions.Confirm(registration=third, minutes=1).perform(at(2026, 4, 2, 9))
    held = actions.Hold(hearing=row).perform(actor("drafter"), at(2026, 4, 2, 10))
    assert held.name == "hold_hearing"
    record = bytes(Paper.objects.get(title="听证会记录").content).decode()
    assert "在纸质记录上签字" in record
    assert "凭编号和查询码在网上确认" in record
    assert now(row).phase(date(2026, 4, 2)) is Phase.HELD
    actions.Publish(hearing=row, summary="采纳两条。").perform(actor("drafter"), at(2026, 4, 9))
    assert now(row).phase(date(2026, 4, 9)) is Phase.ANSWERED


def test_what_is_published_of_a_draw_is_enough_to_repeat_it() -> None:
    row = drawn()
    record = records.verify(json.loads(Drawing.objects.get().record))
    assert record.commitment == Commitment.objects.get().line
    assert record.statement["shares"] == [{"commitment": row.promise, "party": row.party}]
    assert len(record.named(Outcome.SELECTED)) == 3
    assert "演示·" not in Drawing.objects.get().record


def test_where_nobody_has_to_be_left_out_there_is_no_draw() -> None:
    row = filled(people=("甲", "乙"))
    refused("hearing.E032", actions.Commit(hearing=row, source="x", day=date(2026, 3, 18)), at(2026, 3, 16))
    actions.Announce(hearing=row).perform(actor("drafter"), at(2026, 3, 16))
    assert store.file(row.case).case.state.facts["selection"] == "not-needed"
    assert seats(row) == [1, 2, 3]


def test_the_draw_cannot_come_before_the_period_ended_nor_before_its_public_value() -> None:
    row = filled()
    early = actions.Commit(hearing=row, source="x", day=date(2026, 3, 20))
    refused("hearing.E030", early, at(2026, 3, 14), FAIR)
    refused("hearing.E040", actions.Draw(hearing=row, value=VALUE), at(2026, 3, 16), FAIR)
    known = actions.Commit(hearing=row, source="x", day=date(2026, 3, 16))
    refused("hearing.E034", known, at(2026, 3, 16), FAIR)
    late = actions.Commit(hearing=row, source="x", day=date(2026, 4, 1))
    refused("hearing.E034", late, at(2026, 3, 16), FAIR)
    hidden = actions.Commit(hearing=row, source="彩票\u200b", day=date(2026, 3, 18))
    refused("draw.E002", hidden, at(2026, 3, 16))
    refused("hearing.E050", actions.Announce(hearing=row), at(2026, 3, 16), FAIR)
    commit(row)
    refused("hearing.E042", actions.Draw(hearing=row, value=VALUE), at(2026, 3, 17), FAIR)
    refused("hearing.E050", actions.Announce(hearing=row), at(2026, 3, 17), FAIR)
    refused("draw.E032", actions.Draw(hearing=row, value=" "), at(2026, 3, 19))
    assert not Drawing.objects.exists()


def test_where_the_own_ledger_was_named_its_checkpoint_decides_and_nobody_types_it(home: Path) -> None:
    period = signing.new(date(2026, 3, 1), "演示区台账")
    row = filled()
    commit = actions.Commit(hearing=row, source=period.verifier.name, day=date(2026, 3, 18))
    commit.perform(actor("drafter"), at(2026, 3, 16))
    draw = actions.Draw(hearing=row, value="想要的值")
    refused("hearing.E042", draw, at(2026, 3, 18))
    PublishCheckpoint().perform(at(2026, 3, 18, 23))
    draw.perform(actor("drafter"), at(2026, 3, 19))
    note = checkpoint.read(Checkpoint.objects.get().note)
    assert Drawing.objects.get().value == b64encode(note.verify(signing.ring()).root).decode()


def test_after_the_commitment_nothing_of_list_seats_and_result_can_be_changed() -> None:
    row = filled()
    commit(row)
    again = actions.Commit(hearing=row, source="y", day=date(2026, 3, 25))
    refused("hearing.E033", again, at(2026, 3, 17), FAIR)
    change = actions.Rule(hearing=row, numbers=(1,), accepted=False, reason="不想要")
    refused("hearing.E022", change, at(2026, 3, 17), FAIR)
    refused("hearing.E002", opening(row.case, groups=(Group("公众", 9),)), at(2026, 3, 5), FAIR)
    for rows, values in ((Seat.objects, {"number": 9}), (Commitment.objects, {"line": "x"})):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            rows.update(**values)  # type: ignore[attr-defined]
    actions.Draw(hearing=row, value=VALUE).perform(actor("drafter"), at(2026, 3, 19))
    refused("hearing.E041", actions.Draw(hearing=row, value="02"), at(2026, 3, 20), FAIR)


def test_a_registration_is_never_deleted_and_nobody_is_left_out_in_silence() -> None:
    row = filled()
    register(row, "己")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Registration.objects.filter(number=6)._raw_delete("default")
    commission = actions.Commit(hearing=row, source="x", day=date(2026, 3, 20))
    refused("hearing.E031", commission, at(2026, 3, 16), FAIR)
    rule(row, 6, accepted=False, reason="不在本区")
    actions.TakeBack(registration=row.registrations.get(number=1)).perform(at(2026, 3, 15))
    drawn(row)
    listed = {one.id: one.excluded for one in now(row).record.plan.candidates}  # type: ignore[union-attr]
    assert listed[f"{row.pk}-6"] == "报名未被接受"
    assert listed[f"{row.pk}-1"] == "已撤回报名"
    assert len(listed) == 6


def test_a_substitute_moves_up_in_drawn_order_and_only_while_the_papers_can_come_in_time() -> None:
    row = announced()
    spare = now(row).record.named(Outcome.SUBSTITUTE)[0].id  # type: ignore[union-attr]
    leaving = next(
        one.row.registration for one in now(row).sitting if one.row.registration.seat.group == "公众"
    )
    refused("hearing.E053", actions.MoveUp(hearing=row), at(2026, 3, 22))
    actions.TakeBack(registration=leaving).perform(at(2026, 3, 22))
    refused("hearing.E061", actions.MoveUp(hearing=row), at(2026, 3, 26), PAPERS)
    assert actions.MoveUp(hearing=row).perform(actor("drafter"), at(2026, 3, 22)) == 1
    assert now(row).sitting[-1].row.registration.name == spare
    assert now(row).sitting[-1].row.moved_up
    assert leaving.number not in seats(row)


def test_papers_come_seven_days_before_or_the_hearing_is_moved() -> None:
    row = announced()
    late = actions.Deliver(hearing=row, numbers=seats(row), way="邮寄")
    refused("hearing.E061", late, at(2026, 3, 26), PAPERS)
    soon = actions.Move(hearing=row, held_at=at(2026, 4, 1, 9), place="别处", reason="场地")
    refused("hearing.E004", soon, at(2026, 3, 26), PAPERS)
    move = actions.Move(hearing=row, held_at=at(2026, 4, 3, 9), place="别处", reason="场地")
    move.perform(actor("drafter"), at(2026, 3, 26))
    late.perform(actor("drafter"), at(2026, 3, 27))
    assert Case.objects.get().acts.filter(name="deliver_papers").count() == 1
    assert stage.again(row).held_on == date(2026, 4, 3)
    refused("hearing.E074", actions.Attend(hearing=row, numbers=seats(row), present=True), at(2026, 4, 2))


def test_who_was_not_there_does_not_sign_and_an_objection_needs_a_new_record() -> None:
    row = heard()
    first, second, third = seats(row)
    actions.Attend(hearing=row, numbers=(third,), present=False).perform(actor("drafter"), at(2026, 4, 1, 18))
    refused("hearing.E071", actions.Sign(hearing=row, numbers=(third,)), at(2026, 4, 1, 19), RECORD)
    said = actions.Confirm(
        registration=row.registrations.get(number=first), minutes=1, objection="漏了我的话"
    )
    said.perform(at(2026, 4, 1, 20))
    actions.Sign(hearing=row, numbers=(second,)).perform(actor("drafter"), at(2026, 4, 1, 20))
    refused("hearing.E073", actions.Hold(hearing=row), at(2026, 4, 2), RECORD)
    write = actions.Write(hearing=row, introduced="介绍。", debated="陈述，补上。")
    write.perform(actor("drafter"), at(2026, 4, 2))
    with pytest.raises(Fault, match=r"hearing.E409"):
        said.perform(at(2026, 4, 2, 12))
    actions.Sign(hearing=row, numbers=(first, second)).perform(actor("drafter"), at(2026, 4, 2, 13))
    assert actions.Hold(hearing=row).perform(actor("drafter"), at(2026, 4, 2, 14))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " "}, "E003"), ({"method": ""}, "E003"), ({"place": "长" * 201}, "E003"),
        ({"ground": "x"}, "E003"), ({"quota_reason": ""}, "E003"), ({"until": date(2026, 3, 4)}, "E004"),
        ({"held_at": at(2026, 3, 21)}, "E004"), ({"groups": ()}, "E005"),
        ({"groups": (Group("A类", 1), Group("ａ类 ", 2))}, "E005"), ({"groups": (Group("公众", 0),)}, "E005"),
    ],
)  # fmt: skip
def test_a_notice_that_lacks_something_is_refused_whole(changes: dict[str, object], code: str) -> None:
    with pytest.raises(Fault, match=f"hearing.{code}"):
        opened(**changes)
    assert not Hearing.objects.exists()


def test_only_a_drafted_public_decision_can_have_one_and_only_its_drafter_opens_it() -> None:
    with pytest.raises(Fault, match=r"hearing.E001"):
        opening(document()).perform(actor("drafter"), at(2026, 3, 4))
    with pytest.raises(Fault, match=r"hearing.E006") as caught:
        opening(decision(secret=True)).perform(actor("drafter"), at(2026, 3, 4))
    assert "第十四条第一款" in caught.value.basis
    case = decision()
    with pytest.raises(Fault):
        opening(case).perform(actor("decider"), at(2026, 3, 4))
    with pytest.raises(Fault, match=r"office.E001"):
        opening(case).perform(STRANGER, at(2026, 3, 4))
    act(case, "drafter", "send_review", date(2026, 3, 4), "决策草案", "依据材料", "履行法定程序的说明")
    with pytest.raises(Fault):
        opening(case).perform(actor("drafter"), at(2026, 3, 5))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"group": "外星人"}, "E011"), ({"kind": "robot"}, "E011"), ({"confirmed": False}, "E012"),
        ({"name": " "}, "E013"), ({"contact": ""}, "E013"), ({"relation": "长" * 1001}, "E013"),
        ({"key": ""}, "E014"), ({"at": at(2026, 3, 15)}, "E010"),
    ],
)  # fmt: skip
def test_a_registration_that_lacks_something_or_comes_late_is_refused(
    changes: dict[str, object], code: str
) -> None:
    hearing = opened()
    with pytest.raises(Fault, match=f"hearing.{code}"):
        register(hearing, "甲", **changes)
    assert not Registration.objects.exists()


def test_nobody_has_two_chances_and_a_form_sent_twice_is_one() -> None:
    row = opened(groups=(Group("公众", 1),))
    one = register(row, "甲")
    assert register(row, "甲") == one
    with pytest.raises(Fault, match=r"hearing.E409"):
        register(row, "甲", relation="别的")
    register(row, "甲", key="另一份", contact=" 电话　甲")
    rule(row, 1, 2)
    refused(
        "hearing.E035", actions.Commit(hearing=row, source="x", day=date(2026, 3, 20)), at(2026, 3, 16), FAIR
    )


def test_who_registered_is_seen_for_a_purpose_on_record_and_can_be_forgotten(personas: object) -> None:
    row = filled()
    with pytest.raises(Fault, match=r"cases.E025"):
        actions.Look(hearing=row, numbers=(1,), purpose=" ").perform(actor("drafter"), at(2026, 3, 7))
    with pytest.raises(Fault, match=r"cases.E404"):
        actions.Look(hearing=row, numbers=(1,), purpose="看").perform(STRANGER, at(2026, 3, 7))
    known = actions.Look(hearing=row, numbers=(1, 2), purpose="审核报名").perform(
        actor("drafter"), at(2026, 3, 7)
    )
    assert known[1]["name"] == "演示·甲"
    assert Look.objects.count() == 2
    applicant = row.registrations.get(number=1).applicant
    erase(row.case, applicant.subject, at(2026, 3, 8))
    assert names.full(row.registrations.get(number=1)) == names.ERASED
    announced(row)
    assert Announcement.objects.exists()
