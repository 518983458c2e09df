"""The procedure's gates hold whoever acts: no early end, no review while a comment lacks its disposition."""

from datetime import date

import pytest
from django.db import DatabaseError
from django.db.models import ProtectedError

from fazhi.chapters.decisions.consultation import actions
from fazhi.chapters.decisions.consultation.models import Consultation
from fazhi.fault import Fault
from tests.chapters.decisions.consultation.people import act, actor, document, opened, say
from tests.conftest import at

LATE = at(2026, 4, 7)
REVIEW = ("文件草案", "起草说明", "依据材料")


def close(consultation: Consultation) -> None:
    actions.Close(consultation=consultation).perform(actor("drafter"), LATE)


def answer(consultation: Consultation, *numbers: int, **changes: object) -> int:
    given: dict[str, object] = {"numbers": numbers, "outcome": "adopted", "reason": "已写入草案。"}
    action = actions.Answer(consultation=consultation, **{**given, **changes})  # type: ignore[arg-type]
    return action.perform(actor("drafter"), LATE)


def test_it_does_not_end_before_its_announced_day(consultation: Consultation) -> None:
    with pytest.raises(Fault) as refused:
        actions.Close(consultation=consultation).perform(actor("drafter"), at(2026, 3, 20))
    assert "尚未届满" in refused.value.wrong
    assert refused.value.basis
    close(consultation)


def test_a_shortened_one_ends_after_its_own_day(offices: None) -> None:
    found = opened(document(market=False), until=date(2026, 3, 16), shortening="紧急")
    actions.Close(consultation=found).perform(actor("drafter"), at(2026, 3, 18))


def test_nothing_is_sent_to_review_while_a_comment_lacks_its_disposition(consultation: Consultation) -> None:
    say(consultation, "一")
    say(consultation, "二")
    close(consultation)
    assert answer(consultation, 1) == 1
    with pytest.raises(Fault) as refused:
        act(consultation.case, "drafter", "send_review", date(2026, 4, 8), *REVIEW)
    assert "还有意见没有反馈采纳情况" in refused.value.wrong
    assert "第六十二条第二款" in refused.value.basis
    answer(consultation, 2, outcome="declined", reason="与上位法不一致。")
    act(consultation.case, "drafter", "send_review", date(2026, 4, 8), *REVIEW)


def test_a_group_is_answered_at_once_or_not_at_all(consultation: Consultation) -> None:
    for text in ("一", "二", "三"):
        say(consultation, text)
    answer(consultation, 2)
    with pytest.raises(Fault, match=r"consultation.E023"):
        answer(consultation, 1, 2, 3)
    assert consultation.comments.filter(disposition=None).count() == 2
    assert answer(consultation, 1, 3) == 2


@pytest.mark.parametrize(
    ("numbers", "changes", "code"),
    [
        ((), {}, "E021"), ((9,), {}, "E021"), ((1,), {"outcome": "maybe"}, "E024"),
        ((1,), {"reason": " "}, "E025"), ((1,), {"reason": "长" * 5_001}, "E025"),
    ],
)  # fmt: skip
def test_an_answer_needs_comment_outcome_and_reason(
    numbers: tuple[int, ...], changes: dict[str, object], code: str, consultation: Consultation
) -> None:
    say(consultation, "一")
    with pytest.raises(Fault, match=rf"consultation.{code}"):
        answer(consultation, *numbers, **changes)


def test_results_are_published_once_and_only_when_nothing_is_left(consultation: Consultation) -> None:
    publish = actions.Publish(consultation=consultation, summary="共收到一条意见。")
    say(consultation, "一")
    for code, step in (("E027", close), ("E028", lambda c: answer(c, 1)), ("E026", lambda _: None)):
        if code == "E026":
            publish.perform(actor("drafter"), LATE)
        with pytest.raises(Fault, match=rf"consultation.{code}"):
            publish.perform(actor("drafter"), LATE)
        step(consultation)


def test_hidden_comments_keep_their_place_and_reason(consultation: Consultation) -> None:
    found = say(consultation, "含有他人电话的意见")
    hide = actions.Moderate(consultation=consultation, numbers=(1,), shown=False, reason="含他人个人信息")
    with pytest.raises(Fault, match=r"consultation.E020"):
        actions.Moderate(consultation=consultation, numbers=(1,), shown=False).perform(actor("drafter"), LATE)
    hide.perform(actor("drafter"), LATE)
    assert found.sights.get().reason == "含他人个人信息"
    with pytest.raises(ProtectedError):
        found.delete()
    with pytest.raises(DatabaseError, match="append-only"):
        found.sights.update(reason="")


def test_grouping_is_for_what_is_not_answered_yet(consultation: Consultation) -> None:
    say(consultation, "一")
    say(consultation, "二")
    put = actions.Put(consultation=consultation, numbers=(1, 2), title="都说数字")
    assert put.perform(actor("drafter"), LATE).joinings.count() == 2
    answer(consultation, 1)
    with pytest.raises(Fault, match=r"consultation.E023"):
        put.perform(actor("drafter"), LATE)


@pytest.mark.parametrize("login", ["street", "auditor", "coordinator"])
def test_who_has_no_part_in_the_case_decides_nothing(login: str, consultation: Consultation) -> None:
    say(consultation, "一")
    who, every = actor(login), {"consultation": consultation}
    steps = (
        actions.Moderate(**every, numbers=(1,), shown=True),
        actions.Put(**every, numbers=(1,), title="x"),
        actions.Answer(**every, numbers=(1,), outcome="adopted", reason="x"),
        actions.Close(**every),
        actions.Publish(**every, summary="x"),
        actions.Revise(**every, text="x", change="x"),
    )
    for step in steps:
        with pytest.raises(Fault, match=r"office.E001"):
            step.perform(who, LATE)


def test_a_later_version_says_what_was_changed_and_the_first_one_stays(consultation: Consultation) -> None:
    first = consultation.versions.get()
    with pytest.raises(Fault, match=r"consultation.E006"):
        actions.Revise(consultation=consultation, text=first.text, change="x").perform(actor("drafter"), LATE)
    revise = actions.Revise(consultation=consultation, text="第一条 改过。", change="改了第一条")
    assert revise.perform(actor("drafter"), LATE).number == 2
    assert [one.number for one in consultation.versions.all()] == [1, 2]
