"""A review ends in the case's own act, by somebody who did not draft, with everything answered."""

import pytest
from django.db import DatabaseError, transaction

from fazhi.cases import store
from fazhi.cases.models import Case, Paper
from fazhi.chapters.decisions.legality import actions, standing
from fazhi.chapters.decisions.legality.actions.begin import Upload
from fazhi.chapters.decisions.legality.actions.save import Said
from fazhi.chapters.decisions.legality.models import Answer, Examination, Found, Ruling
from fazhi.fault import Fault
from fazhi.source import load
from tests.chapters.decisions.legality import people
from tests.chapters.decisions.legality.people import act, actor, answered, begun, conclude, now, save, sent
from tests.conftest import at


@pytest.fixture(autouse=True)
def _district(db: None) -> None:
    people.establish_all()


def state(row: Examination) -> dict[str, object]:
    return dict(store.load(Case.objects.get(pk=row.case_id)).state.facts)


def refused(code: str) -> "pytest.RaisesExc[Fault]":
    return pytest.raises(Fault, match=rf"\[{code}\]")


def test_a_draft_is_taken_from_the_file_and_marked() -> None:
    row = begun()
    assert row.source == "卷内《文件草案》"
    found = row.findings.get(rule="review.R01")
    assert row.text[found.begin : found.end] == found.text == "处以500元罚款"
    assert found.clause == "第二条"
    assert found.severity == Found.Severity.MUST_FIX


def test_the_opinion_says_what_was_answered_and_is_filed_with_the_act() -> None:
    row = begun()
    answered(row)
    filed = conclude(row)
    assert filed.name == "review"
    assert state(row)["opinion"] == "lawful"
    paper = Paper.objects.get(act=filed)
    words = load(bytes(paper.content), paper.file_name)
    assert paper.title == "合法性审核意见书"
    assert "没有设定行政处罚：符合" in words
    assert "行政处罚法第十六条" in words
    assert "处以500元罚款" not in words, "a dismissed finding is no objection"


def test_an_accepted_finding_is_an_objection_in_the_opinion() -> None:
    row = begun()
    answered(row, "yes")
    paper = Paper.objects.get(act=conclude(row, "unlawful"))
    words = load(bytes(paper.content), paper.file_name)
    assert "第二条“处以500元罚款”" in words
    assert "上位法已有规定" in words


def test_nothing_open_may_be_left() -> None:
    row = begun()
    with refused("legality.E008"):
        conclude(row)
    save(row, {item.id: Said("yes") for item in now(row).checklist.items}, {})
    with refused("legality.E008"):
        conclude(row)
    assert not Case.objects.get(pk=row.case_id).acts.filter(name="review").exists()


@pytest.mark.parametrize("other", [{"argued": Said("no", "没有论证材料")}, {}])
def test_a_lawful_opinion_does_not_contradict_its_own_answers(other: dict[str, Said]) -> None:
    row = begun()
    answered(row, "no" if other else "yes", **other)
    with refused("legality.E009"):
        conclude(row)
    assert conclude(row, "unlawful").name == "review"


def test_the_answer_about_burdens_becomes_the_fact_of_the_case() -> None:
    row = begun(sent_market())
    assert "burden" in {item.id for item in now(row).checklist.items}
    answered(row)
    conclude(row)
    assert state(row)["burden_free"] is True


def sent_market() -> Case:
    return sent(market=True)


def test_items_about_enterprises_are_asked_only_where_they_are_concerned() -> None:
    assert "burden" not in {item.id for item in now(begun()).checklist.items}


@pytest.mark.parametrize("login", ["drafter", "adviser", "idle"])
def test_nobody_but_a_reviewer_works_at_a_review(login: str) -> None:
    case, row = sent(), begun()
    with refused("procedure.E007"):
        begun(case, login)
    with refused("procedure.E007"):
        save(row, {"argued": Said("yes")}, {}, login=login)
    answered(row)
    with refused("procedure.E007"):
        conclude(row, login=login)
    with refused("procedure.E007"):
        actions.GiveBack(case_id=case.pk, expected=3, reason="缺材料").perform(actor(login), at(2026, 3, 5))


def test_who_drafted_does_not_review_in_another_post() -> None:
    case = sent("both")
    with refused("procedure.E010"):
        begun(case, "both")
    row = begun(case)
    answered(row)
    with refused("procedure.E010"):
        conclude(row, login="both")


def test_material_goes_back_for_a_reason_and_the_next_sending_is_reviewed_anew() -> None:
    row = begun()
    case = Case.objects.get(pk=row.case_id)
    answered(row)
    with refused("legality.E003"):
        actions.GiveBack(case_id=case.pk, expected=3, reason="  ").perform(actor("reviewer"), at(2026, 3, 6))
    back = actions.GiveBack(case_id=case.pk, expected=case.sequence, reason="缺依据材料")
    back.perform(actor("reviewer"), at(2026, 3, 6))
    assert [one.reason for one in standing.returns(store.file(case))] == ["缺依据材料"]
    assert case not in standing.waiting(actor("reviewer"))
    with refused("legality.E002"):
        conclude(row)
    act(case, "drafter", "send_review", "文件草案", "起草说明", "依据材料", on=9)
    assert case in standing.waiting(actor("reviewer"))
    with refused("legality.E002"):
        save(row, {"argued": Said("yes")}, {})
    paper = case.acts.filter(name="send_review").last().papers.get(title="文件草案")  # type: ignore[union-attr]
    second = actions.Begin(case_id=case.pk, paper=paper.pk).perform(actor("second"), at(2026, 3, 10))
    assert not now(second).answers


def test_a_draft_is_taken_up_once_for_each_sending() -> None:
    row = begun()
    with refused("legality.E004"):
        begun(row.case)


def test_an_upload_takes_the_place_of_a_scan_and_a_scan_is_refused_whole() -> None:
    case = sent()
    for upload, code in (
        (Upload("扫描.pdf", b"%PDF-1.7"), "outline.E004"),
        (Upload("空.txt", b" "), "outline.E003"),
    ):
        with refused(code):
            actions.Begin(case_id=case.pk, upload=upload).perform(actor("reviewer"), at(2026, 3, 5))
    assert not Examination.objects.exists()
    upload = Upload("草案.txt", people.DRAFT.encode())
    row = actions.Begin(case_id=case.pk, upload=upload).perform(actor("reviewer"), at(2026, 3, 5))
    assert row.source == "另行上传：草案.txt"


def test_a_paper_of_another_case_is_not_read() -> None:
    mine, theirs = sent(), sent()
    paper = Paper.objects.filter(act__case=theirs).first()
    assert paper
    with refused("legality.E005"):
        actions.Begin(case_id=mine.pk, paper=paper.pk).perform(actor("reviewer"), at(2026, 3, 5))


@pytest.mark.parametrize(
    ("answers", "rulings", "code"),
    [
        ({"argued": Said("no")}, {}, "legality.E007"),
        ({"argued": Said("none", " ")}, {}, "legality.E007"),
        ({"argued": Said("yes"), "nonsense": Said("yes")}, {}, "legality.E006"),
        ({"argued": Said("perhaps", "x")}, {}, "legality.E006"),
        ({}, {1: Said("no")}, "legality.E007"),
        ({"argued": Said("yes")}, {99: Said("yes")}, "legality.E006"),
        ({"argued": Said("yes", "x" * 5001)}, {}, "legality.E003"),
    ],
)
def test_one_wrong_answer_keeps_none(answers: dict[str, Said], rulings: dict[int, Said], code: str) -> None:
    row = begun()
    with refused(code):
        save(row, answers, rulings)
    assert not Answer.objects.exists()
    assert not Ruling.objects.exists()


def test_two_reviewers_do_not_overwrite_each_other() -> None:
    row = begun()
    seen = now(row).seen
    save(row, {"argued": Said("yes")}, {}, login="second")
    with refused("legality.E409"):
        save(row, {"argued": Said("no", "没有材料")}, {}, seen=seen)
    answered(row)
    with refused("legality.E409"):
        conclude(row, seen=seen)
    with refused("cases.E409"):
        conclude(row, expected=1)


def test_only_changes_are_written_and_the_latest_holds() -> None:
    row = begun()
    assert save(row, {"argued": Said("yes")}, {}) == 1
    assert save(row, {"argued": Said("yes")}, {}) == 0
    assert save(row, {"argued": Said("no", "没有材料")}, {}, login="second") == 1
    assert now(row).answers["argued"].value == "no"
    assert Answer.objects.count() == 2


@pytest.mark.parametrize("model", [Examination, Found, Answer, Ruling])
def test_what_was_said_cannot_be_rewritten(model: type[Examination]) -> None:
    row = begun()
    save(row, {"argued": Said("yes")}, {1: Said("yes")})
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.all().delete()


def test_an_adviser_is_heard_and_their_word_is_in_the_opinion() -> None:
    row = begun()
    act(row.case, "adviser", "advise", on=5, advice="amend")
    answered(row)
    paper = Paper.objects.get(act=conclude(row))
    assert "演示·adviser（2026-03-05）：须修改" in load(bytes(paper.content), paper.file_name)
