"""The register: what may be entered, what is recorded about it, what nobody can undo."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from fazhi.chapters.decisions.validity import actions
from fazhi.chapters.decisions.validity.actions.enter import Refused
from fazhi.chapters.decisions.validity.models import Document, Record, Upload
from fazhi.chapters.decisions.validity.state import State
from fazhi.fault import Fault
from tests.chapters.decisions.validity import people
from tests.chapters.decisions.validity.people import actor, cells, change, endless, entered
from tests.conftest import at

pytestmark = pytest.mark.django_db
Kind = Record.Kind


@pytest.fixture(autouse=True)
def _district() -> None:
    people.establish_all()


def refused(**changes: Any) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        entered(**changes)
    return [(one.column, one.fault.code) for one in caught.value.mistakes]


def test_the_validity_comes_from_the_document_and_is_never_filled_in() -> None:
    assert refused(term="") == [("有效期", "registers.E020")]
    assert refused(valid_until="") == [("有效期截止之日", "validity.E012")]
    assert refused(term="文件没有载明") == [("有效期截止之日", "validity.E012")]
    assert refused(term="以文件所写为准", valid_until="") == [("有效期原文", "validity.E012")]
    assert endless("甲〔2004〕1号").ended_on is None
    assert entered().ended_on == date(2026, 3, 2)


def test_both_definitions_are_asked_and_every_mistake_is_told_at_once() -> None:
    codes = dict(refused(normative="", filing="可能", published_on="2027-01-01", address="gov.cn"))
    assert codes == {
        "市规定所称行政规范性文件": "registers.E020",
        "人大备案审查的规范性文件": "registers.E021",
    }
    codes = dict(
        refused(published_on="2027-01-01", valid_until="2027-06-01", address="gov.cn", ended_on="2027-05-01")
    )
    assert codes == {"公布日期": "validity.E013", "终止之日": "validity.E015", "公布的网址": "validity.E016"}
    row = entered(filing="未认定")
    assert (row.normative, row.filing) == ("yes", "open")
    assert dict(refused(number="试司规[2024]1号")) == {"发文字号": "validity.E010"}


def test_an_office_enters_its_own_documents_only() -> None:
    for login in ("street", "auditor", "leader"):
        with pytest.raises(Fault, match=r"office\.E001"):
            entered(login=login)
    entered(login="coordinator")
    assert Document.objects.count() == 1


def test_a_correction_keeps_the_former_particulars_on_record() -> None:
    row = entered()
    given = {"document": row, "cells": cells(valid_until="2026-06-30"), "expected": 1}
    with pytest.raises(Fault, match=r"validity\.E017"):
        actions.Correct(**given, reason=" ").perform(actor("clerk"), at(2026, 2, 2))
    with pytest.raises(Fault, match=r"validity\.E409"):
        actions.Correct(**{**given, "expected": 0}, reason="x").perform(actor("clerk"), at(2026, 2, 2))
    moved = {**given, "cells": cells(organ="东街道")}
    with pytest.raises(Fault, match=r"office\.E001"):
        actions.Correct(**moved, reason="移交").perform(actor("clerk"), at(2026, 2, 2))
    actions.Correct(**given, reason="抄录有误").perform(actor("clerk"), at(2026, 2, 2))
    row.refresh_from_db()
    assert row.valid_until == date(2026, 6, 30)
    assert [one.data["valid_until"] for one in row.records.all()] == ["2026-03-01", "2026-06-30"]


def test_a_decision_changes_the_state_from_its_day_on() -> None:
    row = endless("甲〔2020〕1号")
    change(row, Kind.ABOLISH, date(2026, 2, 10))
    row.refresh_from_db()
    assert [row.state(date(2026, 2, day)) for day in (9, 10)] == [State.IN_FORCE, State.ABOLISHED]
    assert list(Document.objects.in_force(date(2026, 2, 9))) == [row]
    assert list(Document.objects.ended(date(2026, 2, 10))) == [row]


@pytest.mark.parametrize(
    ("kind", "on", "changes", "code"),
    [
        (Kind.LAPSE, date(2026, 2, 1), {}, "validity.E020"),
        (Kind.ABOLISH, None, {}, "validity.E022"),
        (Kind.ABOLISH, date(2020, 1, 1), {}, "validity.E022"),
        (Kind.ABOLISH, date(2026, 2, 1), {"reason": ""}, "validity.E018"),
        (Kind.AMEND, date(2026, 2, 1), {}, "validity.E019"),
        (Kind.KEEP, date(2026, 2, 1), {"expected": 7}, "validity.E409"),
    ],
)
def test_an_incomplete_decision_is_refused(kind: Kind, on: date, changes: dict[str, Any], code: str) -> None:
    row = endless("甲〔2021〕1号")
    with pytest.raises(Fault) as caught:
        change(row, kind, on, **changes)
    assert caught.value.code == code
    assert row.records.count() == 1


def test_what_has_ended_or_was_stopped_cannot_be_kept() -> None:
    row = endless("甲〔2021〕1号")
    change(row, Kind.STOP, date(2026, 2, 1))
    with pytest.raises(Fault, match="备案审查条例第三十二条第二款"):
        change(row, Kind.KEEP, date(2026, 2, 2))
    change(row, Kind.ABOLISH, date(2026, 2, 2))
    with pytest.raises(Fault, match=r"validity\.E023"):
        change(row, Kind.AMEND, date(2026, 2, 2), replacement="新办法")
    with pytest.raises(Fault, match=r"office\.E001"):
        actions.Change(
            document=row, kind=Kind.KEEP, effective_on=date(2026, 2, 2), reason="x", expected=3
        ).perform(actor("clerk"), at(2026, 2, 2))


def sheet(*rows: dict[str, Any]) -> bytes:
    """A CSV of documents."""
    heads = {
        "number": "发文字号", "name": "文件名称", "issuer": "制定机关", "organ": "管理单位",
        "published_on": "公布日期", "term": "有效期", "valid_until": "有效期截止之日",
        "normative": "市规定所称行政规范性文件", "filing": "人大备案审查的规范性文件", "basis": "依据",
        "ended_as": "终止方式", "ended_on": "终止之日", "since": "生效日期", "until": "失效日期",
    }  # fmt: skip
    lines = [",".join(heads.values()), *(",".join(str(row.get(n, "")) for n in heads) for row in rows)]
    return "\n".join(lines).encode()


def test_a_list_comes_in_whole_or_its_good_rows_or_not_at_all() -> None:
    entered("试司规〔2024〕1号")
    data = sheet(
        cells(
            "试司规〔2020〕1号", term="文件没有载明", valid_until="", ended_as="废止", ended_on="2023-05-01"
        ),
        cells("试司规〔2024〕1号"),
        cells("试司规〔2020〕3号", organ="星际办"),
        cells("试司规〔2020〕4号", organ="东街道"),
        cells("试司规〔2020〕5号", until="2025-01-01"),
        cells("试司规[2020]1号"),
    )
    action = actions.Import(file_name="目录.csv", data=data)
    found = action.report(actor("clerk"), at(2026, 2, 2))
    told = [(bad.line, *(m.fault.code for m in bad.mistakes)) for bad in found.bad]
    assert told == [
        (3, "validity.E010"), (4, "registers.E024"), (5, "validity.E027"), (6, "validity.E011"),
        (7, "validity.E010"),
    ]  # fmt: skip
    assert Document.objects.count() == 1
    with pytest.raises(Fault, match=r"validity\.E025"):
        action.perform(actor("clerk"), at(2026, 2, 2))
    waiting = actions.upload(actor("clerk"), "目录.csv", data, at(2026, 2, 2))
    partial = actions.Import(file_name="目录.csv", data=data, partial=True, waiting=waiting)
    (row,) = partial.perform(actor("clerk"), at(2026, 2, 2))
    assert (row.number, row.state(date(2026, 2, 2)), row.ended_on) == (
        "试司规〔2020〕1号", State.ABOLISHED, date(2023, 5, 1),
    )  # fmt: skip
    assert not Upload.objects.exists()
    with pytest.raises(Fault, match=r"validity\.E026"):
        partial.perform(actor("clerk"), at(2026, 2, 2))


def test_a_file_that_is_no_list_is_refused_and_a_waiting_one_is_its_bringers() -> None:
    with pytest.raises(Fault, match=r"registers\.E003"):
        actions.upload(actor("clerk"), "目录.csv", "甲,乙".encode(), at(2026, 2, 2))
    with pytest.raises(Fault, match=r"office\.E001"):
        actions.upload(actor("auditor"), "目录.csv", sheet(cells()), at(2026, 2, 2))
    waiting = actions.upload(actor("clerk"), "目录.csv", sheet(cells()), at(2026, 2, 2))
    with pytest.raises(Fault, match=r"office\.E001"):
        actions.discard(actor("street"), waiting)
    actions.discard(actor("coordinator"), waiting)
    assert not Upload.objects.exists()


def executed(statement: str) -> None:
    """Run a statement past the models, and what it breaks with it."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
    connection.check_constraints()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE validity_record SET text = 'x'", "DELETE FROM validity_record", "DELETE FROM validity_document"],
)
def test_neither_a_record_nor_a_document_can_be_lost(statement: str) -> None:
    entered()
    with pytest.raises(DatabaseError), transaction.atomic():
        executed(statement)
    assert Document.objects.count() == Record.objects.count() == 1
