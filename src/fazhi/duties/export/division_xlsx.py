"""The task division table as a workbook: one row a duty, nothing merged, so that it sorts and filters."""

from fazhi.duties.division import division
from fazhi.duties.models import Edition
from fazhi.sheet import Column, workbook

COLUMNS = (
    Column("序号", 6),
    Column("类别", 24),
    Column("重点任务", 26),
    Column("工作措施", 50),
    Column("牵头单位", 26),
    Column("责任单位", 26),
    Column("配合单位", 18),
    Column("完成时限", 16),
)


def division_xlsx(edition: Edition) -> bytes:
    """The workbook of an edition's task division."""
    rows = (
        (t.number, t.chapter, t.title, line.text, t.lead, t.responsible, t.cooperating, line.when)
        for t in division(edition)
        for line in t.lines
    )
    return workbook("任务分解表", COLUMNS, rows)
