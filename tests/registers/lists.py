"""Lists to import, as offices send them."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from openpyxl import Workbook

from fazhi.office.models import Organ
from fazhi.registers.actions import Approve, Keep, Publish, Submit, open_register
from fazhi.registers.models import Edition, Register
from tests.conftest import Personas, at

HEADS = (
    "编码",
    "职权名称",
    "职权类型",
    "依据",
    "行使主体",
    "运行流程",
    "对应责任",
    "备注",
    "生效日期",
    "失效日期",
)
SOUND = "《行政处罚法》第三十三条"
DAY = at(2026, 3, 2)


def row(
    number: int, name: str = "", basis: str = SOUND, organ: str = "区司法局", **cells: object
) -> list[object]:
    """One row of a power list; ``cells`` by head replace what stands there."""
    values = [
        f"HD-{number:03}",
        name or f"演示职权{number}",
        "行政处罚",
        basis,
        organ,
        "受理—审查—决定",
        "依法追责",
        "",
        "",
        "",
    ]
    return [cells.get(head, value) for head, value in zip(HEADS, values, strict=True)]


def xlsx(rows: Iterable[Sequence[object]], heads: Sequence[str] = HEADS, above: int = 0) -> bytes:
    """A workbook with ``above`` lines of title over its heads."""
    book, file = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for line in (*([("权责清单",)] * above), heads, *rows):
        sheet.append(list(line))
    book.save(file)
    return file.getvalue()


def opened(personas: Personas, kind: str = "power-list", organ: str = "justice") -> Register:
    """The register of an organ, begun by the coordinator."""
    return open_register(personas.coordinator, kind, Organ.objects.get(code=organ), DAY)


def kept(
    register: Register, personas: Personas, rows: Iterable[Sequence[object]], day: datetime = DAY
) -> Edition:
    """A draft edition of these rows, made by the clerk of the organ."""
    return Keep(register=register, file_name="清单.xlsx", data=xlsx(rows)).perform(personas.clerk, day)


def published(edition: Edition, personas: Personas, day: datetime = DAY) -> Edition:
    """The edition in force: submitted by the clerk, approved and published by the leader."""
    Submit(edition=edition, expected=0).perform(personas.clerk, day)
    Approve(edition=edition, expected=1).perform(personas.leader, day)
    Publish(edition=edition, expected=2).perform(personas.leader, day)
    return edition
