"""A sheet of a workbook as plain text, which knows from which cell each value came."""

import io
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from fazhi.fault import Fault
from fazhi.packs.source import Place, nearest

MOST_ROWS, MOST_COLUMNS = 5_000, 200
Line = list[str]


@dataclass
class Sheet:
    """Lines of text; ``Fault`` pack.E010 names the cell of what is wrong."""

    name: str
    lines: list[Line]
    _cells: dict[Place, str] = field(default_factory=dict)

    def note(self, place: Place, column: int, line: int) -> None:
        """Remember that a value stands in a cell, counted from nought."""
        self._cells[place] = cell(column, line)

    def refuse(self, at: Place, wrong: str, remedy: str) -> Fault:
        """A refusal at the cell of a value, or at the sheet's first where nothing nearer is known."""
        return self._fault(nearest(self._cells, at) or "A1", wrong, remedy)

    def refuse_cell(self, column: int, line: int, wrong: str, remedy: str) -> Fault:
        """A refusal at a cell, counted from nought."""
        return self._fault(cell(column, line), wrong, remedy)

    def _fault(self, where: str, wrong: str, remedy: str) -> Fault:
        return Fault("pack.E010", f"{self.name} {where}：{wrong}", remedy)


def cell(column: int, line: int) -> str:
    """The name of a cell, counted from nought.

    >>> cell(1, 2)
    'B3'
    """
    return f"{get_column_letter(column + 1)}{line + 1}"


def load(data: bytes, name: str) -> Sheet:
    """The first sheet of a workbook; ``Fault`` pack.E010 where it is none or is too large."""
    found = _worksheet(data, name)
    return Sheet(name, [[text(value) for value in line] for line in found.iter_rows(values_only=True)])


def _worksheet(data: bytes, name: str) -> Worksheet:
    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
        raise Fault(
            "pack.E010", f"{name} 不是可以读取的 XLSX 文件", "请用 Excel 或者 WPS 另存为 .xlsx"
        ) from None
    sheet = book.worksheets[0]
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise Fault("pack.E010", f"{name} 超过{MOST_ROWS}行或者{MOST_COLUMNS}列", "请拆成几张表")
    return sheet


def text(value: Any) -> str:
    """What a cell says, however Excel keeps it.

    >>> text(200.0), text(datetime(2024, 2, 6)), text(None)
    ('200', '2024-02-06', '')
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
