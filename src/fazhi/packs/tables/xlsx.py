"""A decision table as a workbook: what lawyers keep lists in, out and in again without loss."""

import io
from collections.abc import Iterator

from openpyxl import Workbook

from fazhi.law.table import cell
from fazhi.law.table.table import Table
from fazhi.packs.source import checked
from fazhi.packs.tables import sheet, sheet_entry, writing
from fazhi.packs.tables.entry import TableEntry, table
from fazhi.packs.tables.layout import DESCRIBED, FIXED, HEAD, NAMES
from fazhi.packs.tables.loading import proven


def write(table: Table) -> bytes:
    """The bytes of an XLSX file; every cell is text, so that ``<=200`` stays what it is."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = "决策表"
    for number, line in enumerate(_lines(table), 1):
        for column, text in enumerate(line, 1):
            one = page.cell(number, column)
            one.number_format = "@"
            one.value, one.data_type = text, "s"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(data: bytes, name: str = "决策表.xlsx") -> Table:
    """The table of a workbook; ``Fault`` pack.E010 names the cell of each mistake."""
    page = sheet.load(data, name)
    entry = checked(sheet_entry.value(page), TableEntry, page.refuse)
    return proven(table(entry, page.refuse), page.refuse)


def _lines(table: Table) -> Iterator[list[str]]:
    dates = [day.isoformat() if day else "" for day in (table.since, table.until)]
    said = (table.id, table.title, table.policy.value, table.no_hit, *dates)
    yield from map(list, zip(HEAD, said, strict=True))
    yield from _described(table)
    for row in table.rows:
        conditions = [writing.condition(row, one) for one in table.inputs]
        results = [writing.result(row.then[one.name], one) for one in table.outputs]
        yield [row.id, row.says, *(vars(row.basis).values()), *conditions, *results]


def _described(table: Table) -> Iterator[list[str]]:
    """The four lines that name and describe the columns."""
    columns = [("条件", one) for one in table.inputs] + [("结果", one) for one in table.outputs]
    blank = [""] * len(FIXED)
    side, kind, allowed = DESCRIBED
    yield [NAMES, *FIXED, *(one.name for _, one in columns)]
    yield [side, *blank, *(which for which, _ in columns)]
    yield [kind, *blank, *(one.kind.value for _, one in columns)]
    yield [allowed, *blank, *(cell.write(one.allowed, one.kind) for _, one in columns)]
