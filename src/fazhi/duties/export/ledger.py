"""The ledger of duties as officials keep it: one row for what one organ owes in one period."""

from datetime import date

from django.db.models import QuerySet

from fazhi.duties.lateness import answered_on, late
from fazhi.duties.models import Assignment, Duty, Occurrence
from fazhi.duties.status import Status
from fazhi.duties.wording import MODALITIES
from fazhi.sheet import Column, Value, workbook

COLUMNS = (
    Column("编号", 6),
    Column("章", 22),
    Column("举措", 26),
    Column("任务", 48),
    Column("要求", 10),
    Column("数量", 14),
    Column("频次", 12),
    Column("单位", 16),
    Column("分工", 8),
    Column("期次", 14),
    Column("到期日", 12),
    Column("应完成次数", 10),
    Column("状态", 14),
    Column("整改期限", 12),
    Column("首次报送日期", 14),
    Column("晚报天数", 10),
)


def ledger_xlsx(rows: QuerySet[Occurrence]) -> bytes:
    """The workbook of the rows found in the ledger (``register.matching``), which carry ``status``."""
    found = list(rows)
    parts = _parts({row.duty.measure_id for row in found})
    return workbook("任务台账", COLUMNS, (_row(row, parts) for row in found))


def _parts(measures: set[int]) -> dict[tuple[int, int], str]:
    held = Assignment.objects.filter(measure__in=measures)
    return {(a.measure_id, a.organ_id): a.get_part_display() for a in held}


def _row(row: Occurrence, parts: dict[tuple[int, int], str]) -> list[Value]:
    measure = row.duty.measure
    return [
        measure.number,
        measure.chapter,
        measure.title,
        *_duty(row.duty),
        row.organ.name,
        parts.get((measure.pk, row.organ_id), "交办" if row.assigned else "任务主体"),
        row.label,
        row.due_on,
        row.required,
        Status(row.status).label,  # type: ignore[attr-defined]
        row.rectify_by,
        answered_on(row),
        late(row) or None,
    ]


def _duty(duty: Duty) -> list[str]:
    return [duty.text, MODALITIES[duty.modality], duty.quantity, duty.frequency]


def file_name(outline: str, today: date) -> str:
    """What to call the file, with the day on which it was made.

    >>> file_name("某区纲要", date(2026, 11, 24))
    '某区纲要-任务台账-2026-11-24.xlsx'
    """
    return f"{outline}-任务台账-{today.isoformat()}.xlsx"
