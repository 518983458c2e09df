"""A list file read row by row: what may be kept, and every row that may not, with its reasons (DESIGN §7)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from fazhi.fault import Fault
from fazhi.office.resolution import Directory
from fazhi.packs.register_entry import RegisterEntry
from fazhi.registers import cell
from fazhi.registers.cell import Value
from fazhi.registers.files.table import DAYS, Row

JOINT = " / "
"""Between the parts of a key of several columns."""
LONGEST_KEY = 200


@dataclass(frozen=True)
class Line:
    """A row that may be kept."""

    line: int
    key: str
    cells: dict[str, Value]
    since: date | None
    until: date | None


@dataclass(frozen=True)
class Mistake:
    """What is wrong in one cell; ``column`` is its head, empty for the row as a whole."""

    column: str
    fault: Fault

    def as_dict(self) -> dict[str, str]:
        return {"column": self.column, **self.fault.as_dict()}


@dataclass(frozen=True)
class Bad:
    """A row that may not be kept, with everything that is wrong in it."""

    line: int
    key: str
    mistakes: tuple[Mistake, ...]

    def as_dict(self) -> dict[str, object]:
        return {"line": self.line, "key": self.key, "mistakes": [m.as_dict() for m in self.mistakes]}


@dataclass(frozen=True)
class Reading:
    """A file read whole: ``lines`` and ``bad`` together are its rows."""

    lines: tuple[Line, ...] = ()
    bad: tuple[Bad, ...] = field(default=())

    def as_dict(self) -> dict[str, object]:
        """The report for a machine."""
        return {
            "rows": len(self.lines) + len(self.bad),
            "good": len(self.lines),
            "bad": [bad.as_dict() for bad in self.bad],
        }


def read(kind: RegisterEntry, rows: Iterable[Row], directory: Directory | None) -> Reading:
    """Every row checked against the register's columns; a key that occurs twice is wrong the second time."""
    lines, bad, seen = list[Line](), list[Bad](), dict[str, int]()
    for row in rows:
        line, mistakes = _line(kind, row, directory)
        if not mistakes and (first := seen.setdefault(line.key, row.line)) != row.line:
            fault = Fault(
                "registers.E026", f"“{line.key}”与第{first}行重复", "请只保留一行，或者改用另一个编码"
            )
            mistakes = [Mistake(kind.column(kind.key[0]).title, fault)]
        if mistakes:
            bad.append(Bad(row.line, line.key, tuple(mistakes)))
        else:
            lines.append(line)
    return Reading(tuple(lines), tuple(bad))


def _line(kind: RegisterEntry, row: Row, directory: Directory | None) -> tuple[Line, list[Mistake]]:
    cells, mistakes = dict[str, Value](), list[Mistake]()
    for column in kind.columns:
        try:
            if (value := cell.read(column, row.cells.get(column.id), directory)) is not None:
                cells[column.id] = value
        except Fault as fault:
            mistakes.append(Mistake(column.title, fault))
    days = dict(_days(row, mistakes))
    key = JOINT.join(str(cells.get(name, "")) for name in kind.key)
    mistakes += _whole(key, days)
    return Line(row.line, key, cells, days.get("since"), days.get("until")), mistakes


def _days(row: Row, mistakes: list[Mistake]) -> Iterator[tuple[str, date | None]]:
    for name, head in DAYS.items():
        try:
            yield name, cell.day(row.cells.get(name))
        except Fault as fault:
            mistakes.append(Mistake(head, fault))


def _whole(key: str, days: dict[str, date | None]) -> Iterator[Mistake]:
    since, until = days.get("since"), days.get("until")
    if since and until and until < since:
        fault = Fault("registers.E027", f"失效日期{until}早于生效日期{since}", "请核对两个日期")
        yield Mistake(DAYS["until"], fault)
    if len(key) > LONGEST_KEY:
        yield Mistake("", Fault("registers.E025", f"编码超过{LONGEST_KEY}字", "请改用较短的编码"))
