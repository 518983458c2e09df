"""A table as a workbook that opens in Excel and WPS: one head row, every cell plain text or a date."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
Value = str | int | date | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins so is run as a formula when a CSV is opened; in East Asia in full width, too."""


@dataclass(frozen=True)
class Column:
    """A column's head and its width in characters."""

    head: str
    width: int


def printable(text: str) -> str:
    """A text without the control characters that office files cannot hold; a line break stays.

    >>> printable("甲\\x0b乙\\u2028丙")
    '甲乙\\n丙'
    """
    return UNPRINTABLE.sub("", text.replace("\u2028", "\n"))


def harmless(value: object) -> str:
    """A cell of a CSV as text that no spreadsheet runs.

    >>> harmless("=1+1"), harmless("＝1+1"), harmless("甲")
    ("'=1+1", "'＝1+1", '甲')
    """
    text = "" if value is None else printable(str(value))
    return f"'{text}" if text.startswith(FORMULA) else text


def workbook(title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    """The bytes of an XLSX file with one sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title, sheet.freeze_panes = title, "A2"
    for position, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(position)].width = column.width
    _write(sheet, 1, [column.head for column in columns])
    for number, row in enumerate(rows, 2):
        _write(sheet, number, row)
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows, sheet.page_setup.orientation = "1:1", "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    book.properties.creator, book.properties.title = "", title
    return _saved(book)


def _write(sheet: Worksheet, number: int, values: Sequence[Value]) -> None:
    for column, value in enumerate(values, 1):
        _set(cast(Cell, sheet.cell(number, column)), value, bold=number == 1)


def _set(cell: Cell, value: Value, *, bold: bool) -> None:
    cell.value = printable(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"  # a text that begins with = stays a text and is never run as a formula
    cell.font = Font(bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
