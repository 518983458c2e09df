"""What leaves as a file says the same as the platform, and a task table comes back as what it was."""

import io
from datetime import date
from typing import Any

import docx
import icalendar
import openpyxl
import pytest

from fazhi import source
from fazhi.duties.actions import issue, revoke
from fazhi.duties.export import division_docx, division_xlsx, feed, ledger_xlsx
from fazhi.duties.models import Edition, Occurrence, Outline
from fazhi.duties.register import Search, matching
from fazhi.duties.stored import packed, reading_of
from fazhi.fault import Fault
from fazhi.office.models import Organ
from fazhi.outline import read
from fazhi.outline.reading import Measure, Part
from fazhi.sheet import Column, workbook
from tests.conftest import Personas, at
from tests.duties.test_supervision import answered
from tests.shared import shared

TODAY = date(2024, 1, 15)

SITE = "https://example.org"


def sheet(data: bytes) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True))


def meaning(measure: Measure) -> tuple[object, ...]:
    duties = tuple((d.text, d.modality, d.quantity, d.frequency, d.due, d.who) for d in measure.duties)
    units = tuple(measure.named(part) for part in Part)
    return measure.number, measure.title, measure.chapter, units, duties


def test_the_ledger_has_one_row_for_each_occurrence(edition: Edition) -> None:
    head, *rows = sheet(ledger_xlsx(matching(Search(), TODAY)))
    assert head[:4] == ("编号", "章", "举措", "任务")
    assert len(rows) == Occurrence.objects.count()
    review = next(row for row in rows if "案卷" in row[3] and row[9] == "2023年")
    assert review[4:9] == ("应当", "至少两次", "每年至少两次", "区司法局", "牵头")
    assert (review[10].date(), review[11], review[12]) == (date(2023, 12, 31), 2, "已逾期")


def test_the_ledger_exports_what_was_searched(edition: Edition) -> None:
    _, *rows = sheet(ledger_xlsx(matching(Search(text="案卷"), TODAY)))
    assert len(rows) == 3


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    data = workbook("表", [Column("甲", 5)], [["=HYPERLINK(1)"], ["坏\x0b字"]])
    cells = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]["A"]
    assert [(c.value, c.data_type) for c in cells[1:]] == [("=HYPERLINK(1)", "s"), ("坏字", "s")]


def test_the_task_division_lists_every_duty_with_its_units(edition: Edition) -> None:
    head, *rows = sheet(division_xlsx(edition))
    assert head == ("序号", "类别", "重点任务", "工作措施", "牵头单位", "责任单位", "配合单位", "完成时限")
    assert rows[0] == (
        "1", "一、科学决策", "规范性文件管理", "2024年6月底前建立规范性文件清单", "区司法局、区政府办",
        "区政府各部门、各街道", None, "2024年6月30日前",
    )  # fmt: skip
    assert len(rows) == sum(len(m.duties) for m in reading_of(edition).measures)


def test_the_task_table_is_read_back_as_the_measures_it_was_made_of(edition: Edition) -> None:
    back = read(source.load(division_docx(edition), "任务分解表.docx"))
    assert [meaning(m) for m in back.measures] == [meaning(m) for m in reading_of(edition).measures]
    assert back.unread == ()


def test_hedongs_task_table_is_read_back_with_every_unit() -> None:
    text = shared("outline", "hedong-2021-2025.txt").read_bytes()
    reading = read(source.load(text, "纲要.txt"))
    outline = Outline(title="河东区纲要")
    edition = Edition(outline=outline, text=reading.text, reading=packed(reading))
    back = read(source.load(division_docx(edition), "任务分解表.docx"))
    assert [meaning(m)[:4] for m in back.measures] == [meaning(m)[:4] for m in reading.measures]
    duties = [[d.text for d in m.duties] for m in back.measures]
    assert duties == [[d.text for d in m.duties] for m in reading.measures]


def test_a_measure_spans_its_duties_in_the_task_table(edition: Edition) -> None:
    table = docx.Document(io.BytesIO(division_docx(edition))).tables[0]
    first, second = table.rows[1].cells, table.rows[2].cells
    assert first[0]._tc is second[0]._tc
    assert first[3]._tc is not second[3]._tc
    assert [cell.text for cell in table.rows[0].cells][:4] == ["序号", "类别", "重点任务", "工作措施"]


def test_a_calendar_holds_what_the_organ_still_owes(edition: Edition, personas: Personas) -> None:
    justice = Organ.objects.get(code="justice")
    row = Occurrence.objects.get(organ=justice, duty__text__contains="案卷", label="2023年")
    token = issue(personas.clerk, justice, at(2023, 2, 1)).token
    before = icalendar.Calendar.from_ical(feed(token, SITE, at(2024, 1, 15))).events
    answered(row, personas.clerk)
    after = icalendar.Calendar.from_ical(feed(token, SITE, at(2024, 1, 15))).events
    gone = {str(e["uid"]) for e in before} - {str(e["uid"]) for e in after}
    assert gone == {f"occurrence-{row.pk}@fazhi"}
    assert len(before) == Occurrence.objects.filter(organ=justice).count()
    event = next(e for e in before if str(e["uid"]) in gone)
    assert event["dtstart"].dt == date(2023, 12, 31)
    assert str(event["summary"]) == "〔已逾期〕每年至少组织两次执法案卷评查"


def test_a_feed_address_is_unguessable_and_can_be_revoked(edition: Edition, personas: Personas) -> None:
    justice = Organ.objects.get(code="justice")
    first, second = (issue(personas.clerk, justice, at(2024, 1, 1)).token for _ in range(2))
    assert first != second
    assert len(first) >= 40
    assert revoke(personas.coordinator, justice, at(2024, 1, 2)) == 2
    for token in (first, second, "", "x"):
        with pytest.raises(Fault, match=r"duties\.E040"):
            feed(token, SITE, at(2024, 1, 15))


@pytest.mark.parametrize("who", ["street", "auditor", "stranger"])
def test_only_the_organ_and_the_coordinator_hand_out_its_feed(
    edition: Edition, personas: Personas, who: str
) -> None:
    with pytest.raises(Fault, match=r"office\.E001"):
        issue(getattr(personas, who), Organ.objects.get(code="justice"), at(2024, 1, 1))
