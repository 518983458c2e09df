"""The file of a decision: what is missing is named, nobody closes over it, what is closed can be checked."""

import io
import zipfile
from datetime import date
from hashlib import sha256

import pytest
from django.db import DatabaseError, transaction

from fazhi.cases.actions import PublishCheckpoint
from fazhi.cases.models import Case
from fazhi.chapters.decisions.archive import actions, bundle, export, responsibility, term
from fazhi.chapters.decisions.archive.demand import PROCEDURES, demands
from fazhi.chapters.decisions.archive.index import State
from fazhi.chapters.decisions.archive.models import Closing, Inquiry, Supplement, Waiver
from fazhi.fault import Fault
from fazhi.ledger.chain import Chains
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.keyring import Period
from fazhi.office.models import Organ, Person
from fazhi.packs.procedures import load
from tests.cases.ledgers import home, key
from tests.chapters.decisions.archive import people
from tests.chapters.decisions.archive.people import (
    MISSING,
    act,
    actor,
    close,
    completed,
    decision,
    now,
    supply,
)
from tests.conftest import at

__all__ = ["home", "key"]


@pytest.fixture
def case(db: None, key: Period) -> Case:
    assert key
    people.establish_all()
    return decision()


def refused(code: str, do: object, *args: object, **kwargs: object) -> Fault:
    with pytest.raises(Fault) as found:
        do(*args, **kwargs)  # type: ignore[operator]
    assert found.value.code == code
    return found.value


def test_what_is_missing_is_named_with_its_article_and_who_owes_it(case: Case) -> None:
    missing = now(case).missing
    assert {item.title for item in missing} == MISSING
    party = next(item for item in missing if item.title == "向同级党委的请示报告")
    assert (party.article, party.owed) == (
        "重大行政决策程序暂行条例第三十一条", "决策机关办公机构（演示·office）",
    )  # fmt: skip
    unsure = {item.title for item in now(case).index.of(State.UNSURE)}
    assert unsure == {"听取意见的记录", "法律意见"}
    assert not now(case).index.complete


def test_no_way_leads_to_a_closing_over_a_missing_paper(case: Case) -> None:
    fault = refused("archive.E002", close, case)
    assert "向同级党委的请示报告" in fault.wrong
    assert "第三十三条" in fault.basis
    refused("archive.E002", act, case, "office", "archive", date(2026, 3, 25), "归档材料目录")
    assert Case.objects.get(pk=case.pk).stage == "publish"
    assert not Closing.objects.exists()


def test_a_complete_file_is_closed_by_the_act_of_its_case_and_handed_over_once(case: Case) -> None:
    completed(case)
    assert now(case).index.complete
    refused("procedure.E007", close, case, "drafter")
    refused("archive.E409", close, case, expected=3)
    close(case)
    assert Case.objects.get(pk=case.pk).stage == "archive"
    found = now(case)
    assert found.closed
    paper = found.latest.act.papers.get()  # type: ignore[union-attr]
    assert paper.title == "归档材料目录"
    assert "专家意见在论证会上提出" in bytes(paper.content).decode("utf-8-sig")
    refused("archive.E007", close, case)
    digest = found.latest.digest  # type: ignore[union-attr]
    given = {"case_id": case.pk, "digest": digest, "on": date(2026, 3, 26), "receiver": "区档案室 演示·甲"}
    refused(
        "archive.E010",
        actions.HandOver(**{**given, "on": date(2026, 3, 24)}).perform,
        actor("office"),
        at(2026, 3, 26),
    )
    refused(
        "archive.E008", actions.HandOver(**{**given, "digest": "0"}).perform, actor("office"), at(2026, 3, 26)
    )
    actions.HandOver(**given).perform(actor("office"), at(2026, 3, 26))  # type: ignore[arg-type]
    refused("archive.E009", actions.HandOver(**given).perform, actor("office"), at(2026, 3, 27))  # type: ignore[arg-type]
    act(case, "decider", "assign", date(2026, 3, 30), executor_unit="区住建委")
    act(case, "other", "report_execution", date(2026, 4, 30), progress="已经开工")
    assert not now(case).closed
    close(case)
    assert [row.number for row in now(case).closings] == [1, 2]


def test_a_paper_put_in_later_says_so_and_replaces_nothing(case: Case) -> None:
    refused("archive.E003", supply, case, "向同级党委的请示报告", reason=" ")
    refused("documents.E051", supply, case, "向同级党委的请示报告", content=b"")
    refused("office.E001", supply, case, "向同级党委的请示报告", login="street")
    supply(case, "向同级党委的请示报告")
    item = next(one for one in now(case).index.items if one.title == "向同级党委的请示报告")
    assert item.sheet
    assert item.sheet.late.startswith("演示·drafter")
    assert item.sheet.digest == sha256("向同级党委的请示报告".encode()).hexdigest()
    assert item.sheet.day == date(2026, 3, 24)


def test_only_the_keeper_declares_a_missing_paper_not_applicable_and_once(case: Case) -> None:
    item = now(case).missing[0]
    waive = actions.Waive(case_id=case.pk, number=item.step.number, title=item.title, reason="论证会上提出")
    refused("procedure.E007", waive.perform, actor("drafter"), at(2026, 3, 24))
    waive.perform(actor("office"), at(2026, 3, 24))
    refused("archive.E005", waive.perform, actor("office"), at(2026, 3, 24))
    there = actions.Waive(case_id=case.pk, number=4, title="决策草案", reason="x")
    refused("archive.E005", there.perform, actor("office"), at(2026, 3, 24))


@pytest.mark.parametrize("model", [Supplement, Waiver, Closing])
def test_what_is_on_record_cannot_be_changed(case: Case, model: type[Waiver]) -> None:
    completed(case)
    close(case)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.all().delete()
    assert model.objects.exists()


def test_nothing_is_counted_until_the_district_has_answered(case: Case) -> None:
    assert term.due(now(case).file) == term.Due()
    organ = Organ.objects.get(code="justice")
    answer = actions.FixTerm(
        organ=organ, since="decide", amount=20, unit="calendar-day", source="试验区办法第九条"
    )
    refused("office.E001", answer.perform, actor("office"), at(2026, 3, 24))
    answer.perform(actor("leader"), at(2026, 3, 24))
    found = term.due(now(case).file)
    assert found.day
    assert found.day.raw == date(2026, 4, 9)


def test_an_outsider_checks_the_bundle_with_digests_alone(case: Case) -> None:
    completed(case)
    close(case)
    PublishCheckpoint().perform(at(2026, 3, 26, 1))
    data = bundle.bundle(now(case))
    assert data == bundle.bundle(now(case))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sums = dict(reversed(line.split("  ", 1)) for line in parts.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: sha256(content).hexdigest() for name, content in parts.items()}
    assert sums["index.json"] == Closing.objects.get().digest
    lines = parts["ledger.jsonl"].splitlines(keepends=True)
    assert len(list(Chains(Algorithm.SHA256).follow(lines))) == Case.objects.get(pk=case.pk).sequence
    papers = [content for name, content in parts.items() if name.startswith("papers/")]
    assert sum(sha256(one).hexdigest().encode() in parts["ledger.jsonl"] for one in papers) == len(papers) - 2
    assert sum(name.startswith("receipts/") for name in parts) == len(lines)


def test_the_index_leaves_as_a_table_that_no_spreadsheet_runs(case: Case) -> None:
    supply(case, "向同级党委的请示报告", reason="=cmd|calc")
    text = export.csv(now(case).index).decode("utf-8-sig")
    assert "补入：演示·drafter：=cmd|calc" in text
    assert export.csv(now(case).index).startswith("\ufeff".encode())
    assert export.pdf(now(case)).startswith(b"%PDF")


def test_dissent_stands_with_its_words_its_material_and_its_proof(case: Case, key: Period) -> None:
    PublishCheckpoint().perform(at(2026, 3, 26, 1))
    taken = {one.part.id: one for one in responsibility.of(now(case).file)}
    entry, noted = taken["dissented"].lines
    assert (entry.people, dict(entry.said)["不同意见"]) == (("演示·member",), people.WORDS)
    assert {paper.title for paper in entry.before} >= {"社会公众主要意见的研究采纳情况", "决策草案"}
    assert (entry.day, noted.title) == (date(2026, 3, 26), "将不同意见载入会议记录")
    own = responsibility.by_person(tuple(taken.values()), entry.record.by[0].id)
    assert [one.part.id for one in own] == ["dissented"]


def test_a_look_at_a_person_needs_the_right_and_a_purpose(case: Case) -> None:
    subject = Person.objects.get(user__username="governor")
    refused(
        "office.E001",
        actions.Inquire(subject=subject, purpose="核查").perform,
        actor("office"),
        at(2026, 4, 1),
    )
    refused(
        "archive.E012",
        actions.Inquire(subject=subject, purpose=" ").perform,
        actor("auditor"),
        at(2026, 4, 1),
    )
    assert not Inquiry.objects.exists()
    actions.Inquire(subject=subject, purpose="核查").perform(actor("auditor"), at(2026, 4, 1))
    assert Inquiry.objects.get().subject == subject


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_demands_and_parts_speak_of_acts_and_facts_that_there_are(procedure: str) -> None:
    edition = load()[procedure]
    wanted = demands(procedure)
    assert {paper.act for paper in wanted.papers} <= set(edition.act)
    assert wanted.keeper in edition.role
    named = [name for part in responsibility.parts(procedure).parts for name in part.acts]
    officials = {one.id for one in edition.acts if edition.role[one.by].kind.value == "official"}
    assert officials <= set(named)
    assert len(set(named)) == len(named)
    assert set(named) <= set(edition.act)
    doubled = {(one.id, d.title) for one in edition.acts for d in one.documents}
    assert not doubled & {(paper.act, paper.title) for paper in wanted.papers}
