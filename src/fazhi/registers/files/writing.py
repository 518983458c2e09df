"""A list as a file that can be read back: XLSX and CSV for people, JSON for machines, an empty form."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from fazhi.packs.register_entry import Column, Kind, RegisterEntry
from fazhi.packs.registers import source_of
from fazhi.registers.difference import Item
from fazhi.registers.files.table import DAYS
from fazhi.registers.models import Edition, Entry
from fazhi.sheet import Column as Head
from fazhi.sheet import harmless, workbook

WIDTHS = {Kind.TEXT: 28, Kind.BASIS: 40, Kind.CITATION: 32, Kind.ORGAN: 18}
FORMS = ("xlsx", "csv", "json")
LONGEST_CHOICES = 250
"""Characters of choices that a drop-down list of a workbook can hold."""


def written(form: str, edition: Edition, items: Iterable[Entry]) -> bytes:
    """The entries as a file of one of the ``FORMS``."""
    return WRITERS[form](edition, items)


def _heads(kind: RegisterEntry) -> list[Head]:
    days = [Head(head, 12) for head in DAYS.values()]
    return [Head(column.title, WIDTHS.get(column.kind, 14)) for column in kind.columns] + days


def _xlsx(edition: Edition, items: Iterable[Entry]) -> bytes:
    kind = edition.form
    return workbook(kind.title, _heads(kind), (list(_row(kind, item)) for item in items))


def _row(kind: RegisterEntry, item: Item) -> Iterator[Any]:
    for column in kind.columns:
        yield item.cells.get(column.id)
    yield from (item.since, item.until)


def _csv(edition: Edition, items: Iterable[Entry]) -> bytes:
    """With the mark by which Excel knows UTF-8, and no cell that a spreadsheet would run."""
    kind, file = edition.form, io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(head.head for head in _heads(kind))
    writer.writerows([harmless(value) for value in _row(kind, item)] for item in items)
    return file.getvalue().encode("utf-8-sig")


def _json(edition: Edition, items: Iterable[Entry]) -> bytes:
    told = {
        "register": edition.register.kind,
        "title": edition.form.title,
        "keeper": edition.register.holder,
        "edition": edition.number,
        "demo": edition.register.demo,
        "entries": [as_dict(item) for item in items],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def as_dict(item: Item) -> dict[str, Any]:
    """An entry by column id, with its days where it has them."""
    days = {name: getattr(item, name) for name in DAYS}
    return {**item.cells, **{name: day.isoformat() for name, day in days.items() if day}}


WRITERS: dict[str, Callable[[Edition, Iterable[Entry]], bytes]] = {"xlsx": _xlsx, "csv": _csv, "json": _json}


def template(kind: RegisterEntry) -> bytes:
    """An empty workbook to fill in: heads, drop-down choices, and a sheet that explains every column."""
    book = load_workbook(io.BytesIO(workbook(kind.title, _heads(kind), ())))
    sheet = book.worksheets[0]
    for number, column in enumerate(kind.columns, 1):
        if column.choices and len(",".join(column.choices)) <= LONGEST_CHOICES:
            _offer(sheet, number, column)
    told = book.create_sheet("填写说明")
    for row in (("栏目", "是否必填", "填写要求", "来源"), *_explained(kind)):
        told.append(row)
    told.column_dimensions["C"].width = told.column_dimensions["D"].width = 48
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _offer(sheet: Worksheet, number: int, column: Column) -> None:
    choice = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=not column.required)
    letter = get_column_letter(number)
    choice.add(f"{letter}2:{letter}20001")
    sheet.add_data_validation(choice)


def _explained(kind: RegisterEntry) -> Iterator[tuple[str, str, str, str]]:
    for column in kind.columns:
        wanted = column.help or "、".join(column.choices) or WANTED.get(column.kind, "")
        yield column.title, "必填" if column.required else "", wanted, source_of(column)
    for head in DAYS.values():
        yield head, "", "形如 2024-02-06；留空表示不限", source_of(Column(id="day", title=head))


WANTED = {Kind.ORGAN: "本区一个单位的名称", Kind.DATE: "形如 2024-02-06", Kind.NUMBER: "只写数字"}
