"""The entry of a decision table read off a sheet: head, columns, rows, each value with its cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fazhi.packs.tables import writing
from fazhi.packs.tables.layout import CELLS, DESCRIBED, FIXED, HEAD, NAMES, SIDES
from fazhi.packs.tables.sheet import Line, Sheet


@dataclass(frozen=True)
class Column:
    """A fact asked for or a result given: where it stands in the sheet, and its entry."""

    position: int
    side: str
    entry: dict[str, str]

    @property
    def name(self) -> str:
        return self.entry["name"]


def value(sheet: Sheet) -> dict[str, Any]:
    """The values of a ``TableEntry`` as the sheet says them, unchecked but for their places."""
    start = _start(sheet)
    columns = list(_columns(sheet, start))
    first = start + 1 + len(DESCRIBED)
    sheet.note(("rows",), 0, first)
    return {
        **_head(sheet, start),
        **{side: [one.entry for one in columns if one.side == side] for side in SIDES.values()},
        "rows": list(_rows(sheet, sheet.lines[start], columns, first)),
    }


def _start(sheet: Sheet) -> int:
    """The line that names the columns."""
    first = [line[0] for line in sheet.lines]
    start = first.index(NAMES) if NAMES in first else None
    if start is None or tuple(first[start + 1 : start + 1 + len(DESCRIBED)]) != DESCRIBED:
        raise sheet.refuse((), f"没有“{'、'.join((NAMES, *DESCRIBED))}”四行", "请以导出的文件为样本填写")
    return start


def _head(sheet: Sheet, start: int) -> dict[str, str]:
    """The fields above the columns; a word that names none is refused."""
    head: dict[str, str] = {}
    for number, line in enumerate(sheet.lines[:start]):
        word, said = line[0], line[1]
        if word and word not in HEAD:
            raise sheet.refuse_cell(0, number, f"没有“{word}”这一项", f"请从 {'、'.join(HEAD)} 中选择")
        if word:
            sheet.note((HEAD[word],), 1, number)
        if word and said:
            head[HEAD[word]] = said
    return head


def _columns(sheet: Sheet, start: int) -> Iterator[Column]:
    """The columns of facts and results, in the order of the sheet."""
    counts = dict.fromkeys(SIDES.values(), 0)
    described = sheet.lines[start : start + 1 + len(DESCRIBED)]
    for position, (name, side, kind, allowed) in enumerate(zip(*described, strict=True)):
        if position == 0 or not name or name in FIXED:
            continue
        if side not in SIDES:
            wrong = f"“{name}”的类别“{side}”不是条件或者结果"
            raise sheet.refuse_cell(position, start + 1, wrong, "请写条件或者结果")
        at = (SIDES[side], counts[SIDES[side]])
        counts[SIDES[side]] += 1
        for line, place in ((start, at), (start + 2, (*at, "kind")), (start + 3, (*at, "allowed"))):
            sheet.note(place, position, line)
        yield Column(position, SIDES[side], {"name": name, "kind": kind, "allowed": allowed or "-"})


def _rows(sheet: Sheet, names: Line, columns: list[Column], first: int) -> Iterator[dict[str, Any]]:
    """The rows; a line that is empty is none."""
    filled = ((n, line) for n, line in enumerate(sheet.lines) if n >= first and any(line))
    for n, (number, line) in enumerate(filled):
        _note_row(sheet, names, columns, n, number)
        yield _row(line, names, columns)


def _note_row(sheet: Sheet, names: Line, columns: list[Column], n: int, number: int) -> None:
    at = ("rows", n)
    sheet.note(at, 0, number)
    sheet.note((*at, "id"), 0, number)
    for position, name in enumerate(names):
        if name in FIXED:
            place = (*at, "says") if FIXED[name] == "says" else (*at, "basis", FIXED[name])
            sheet.note(place, position, number)
    for column in columns:
        sheet.note((*at, CELLS[column.side], column.name), column.position, number)


def _row(line: Line, names: Line, columns: list[Column]) -> dict[str, Any]:
    said = {FIXED[name]: line[p] for p, name in enumerate(names) if name in FIXED and line[p]}
    inputs = [column for column in columns if column.side == "inputs"]
    outputs = [column for column in columns if column.side == "outputs" and line[column.position]]
    return {
        "id": line[0],
        **{name: text for name, text in said.items() if name == "says"},
        "basis": {name: text for name, text in said.items() if name != "says"},
        "when": {column.name: line[column.position] or "-" for column in inputs},
        "then": {column.name: writing.read_result(line[column.position]) for column in outputs},
    }
