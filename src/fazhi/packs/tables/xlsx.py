"""A decision table as a workbook: what lawyers keep lists in, out and in again without loss."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from fazhi.fault import Fault
from fazhi.law.table import cell
from fazhi.law.table.table import Table
from fazhi.packs.source import Place, checked, nearest
from fazhi.packs.tables import writing
from fazhi.packs.tables.entry import TableEntry, table
from fazhi.packs.tables.loading import proven

HEAD = {"编号": "id", "名称": "title", "命中": "policy", "无命中": "no_hit", "自": "since", "至": "until"}
COLUMNS = {"类别": "", "类型": "kind", "取值": "allowed"}
FIXED = {"说明": "says", "法律": "statute", "版本": "edition", "条文": "article"}
SIDES = {"条件": "inputs", "结果": "outputs"}
Side = list[tuple[int, dict[str, str]]]
Sides = dict[str, Side]
"""By side its columns, each with its position in the sheet."""
MOST_ROWS, MOST_COLUMNS = 5_000, 200


def write(table: Table) -> bytes:
    """The bytes of an XLSX file; every cell is text, so that ``<=200`` stays what it is."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "决策表"
    for number, line in enumerate(_lines(table), 1):
        for column, text in enumerate(line, 1):
            one = sheet.cell(number, column)
            one.number_format = "@"
            one.value, one.data_type = text, "s"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(data: bytes, name: str = "决策表.xlsx") -> Table:
    """The table of a workbook; ``Fault`` pack.E010 names the cell of the first mistake."""
    return _Sheet(name, _sheet(data, name)).table()


def _lines(table: Table) -> Iterator[list[str]]:
    dates = [day.isoformat() if day else "" for day in (table.since, table.until)]
    yield from map(
        list, zip(HEAD, (table.id, table.title, table.policy.value, table.no_hit, *dates), strict=True)
    )
    columns = [("条件", one) for one in table.inputs] + [("结果", one) for one in table.outputs]
    blank = [""] * len(FIXED)
    yield ["列", *FIXED, *(one.name for _, one in columns)]
    yield ["类别", *blank, *(side for side, _ in columns)]
    yield ["类型", *blank, *(one.kind.value for _, one in columns)]
    yield ["取值", *blank, *(cell.write(one.allowed, one.kind) for _, one in columns)]
    for row in table.rows:
        conditions = [writing.condition(row, one) for one in table.inputs]
        results = [writing.result(row.then[one.name], one) for one in table.outputs]
        yield [row.id, row.says, *(vars(row.basis).values()), *conditions, *results]


def _sheet(data: bytes, name: str) -> Worksheet:
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


@dataclass
class _Sheet:
    """A sheet being read; it remembers from which cell each value came."""

    name: str
    sheet: Worksheet
    where: dict[Place, str] = field(default_factory=dict)

    def table(self) -> Table:
        entry = checked(self._value(), TableEntry, self.refuse)
        return proven(table(entry, self.refuse), self.refuse)

    def refuse(self, at: Place, wrong: str, remedy: str) -> Fault:
        """The ``Fault`` pack.E010 at a cell, or at the sheet where nothing nearer is known."""
        return Fault("pack.E010", f"{self.name} {nearest(self.where, at) or 'A1'}：{wrong}", remedy)

    def _value(self) -> dict[str, Any]:
        lines = [[text(value) for value in line] for line in self.sheet.iter_rows(values_only=True)]
        start = next((n for n, line in enumerate(lines) if line[0] == "列"), None)
        if start is None or [line[0] for line in lines[start + 1 : start + 4]] != list(COLUMNS):
            raise self.refuse((), "没有“列、类别、类型、取值”四行", "请以导出的文件为样本填写")
        head = {HEAD[line[0]]: line[1] for line in self._head(lines[:start]) if line[1]}
        sides = self._sides(lines[start : start + 4], start)
        filled = [(number, line) for number, line in enumerate(lines[start + 4 :], start + 5) if any(line)]
        rows = [self._row(line, number, lines[start], n, sides) for n, (number, line) in enumerate(filled)]
        self.where |= {("rows",): f"A{start + 5}"}
        return {
            **head,
            **{side: [column for _, column in found] for side, found in sides.items()},
            "rows": rows,
        }

    def _head(self, lines: list[list[str]]) -> Iterator[list[str]]:
        for number, line in enumerate(lines, 1):
            if line[0] and line[0] not in HEAD:
                self.where[()] = f"A{number}"
                raise self.refuse((), f"没有“{line[0]}”这一项", f"请从 {'、'.join(HEAD)} 中选择")
            if line[0]:
                self.where[(HEAD[line[0]],)] = f"B{number}"
                yield line

    def _sides(self, lines: list[list[str]], start: int) -> Sides:
        sides: Sides = {"inputs": [], "outputs": []}
        for position, (name, side, kind, allowed) in enumerate(zip(*lines, strict=True)):
            if position == 0 or name in FIXED or not name:
                continue
            letter = get_column_letter(position + 1)
            if side not in SIDES:
                self.where[()] = f"{letter}{start + 2}"
                raise self.refuse((), f"“{name}”的类别“{side}”不是条件或者结果", "请写条件或者结果")
            found = sides[SIDES[side]]
            at: Place = (SIDES[side], len(found))
            self.where |= {at: f"{letter}{start + 1}", (*at, "kind"): f"{letter}{start + 3}"}
            self.where[*at, "allowed"] = f"{letter}{start + 4}"
            found.append((position, {"name": name, "kind": kind, "allowed": allowed or "-"}))
        return sides

    def _row(
        self,
        line: list[str],
        number: int,
        names: list[str],
        n: int,
        sides: Sides,
    ) -> dict[str, Any]:
        at: Place = ("rows", n)
        self.where |= {at: f"A{number}", (*at, "id"): f"A{number}"}
        fixed = {FIXED[name]: line[p] for p, name in enumerate(names) if name in FIXED and line[p]}
        for position, name in enumerate(names):
            if name in FIXED:
                path = (*at, "says") if name == "说明" else (*at, "basis", FIXED[name])
                self.where[path] = f"{get_column_letter(position + 1)}{number}"
        when = {c["name"]: line[p] or "-" for p, c in sides["inputs"]}
        then = {c["name"]: writing.read_result(line[p]) for p, c in sides["outputs"] if line[p]}
        for part, side in (("when", "inputs"), ("then", "outputs")):
            for position, column in sides[side]:
                self.where[*at, part, column["name"]] = f"{get_column_letter(position + 1)}{number}"
        basis = {name: value for name, value in fixed.items() if name != "says"}
        says = {"says": fixed["says"]} if "says" in fixed else {}
        return {"id": line[0], **says, "basis": basis, "when": when, "then": then}
