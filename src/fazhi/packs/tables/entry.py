"""A decision table as a lawyer writes it, whatever the file: YAML, XLSX or DMN hold the same words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import chain
from typing import TypeVar

from pydantic import Field

from fazhi.fault import Fault
from fazhi.law.table import cell
from fazhi.law.table.column import Column
from fazhi.law.table.condition import ANY, Condition
from fazhi.law.table.kind import Kind
from fazhi.law.table.row import Result, Row, Undetermined
from fazhi.law.table.table import HitPolicy, Table
from fazhi.packs.basis import BasisEntry
from fazhi.packs.entry import Entry
from fazhi.packs.mistakes import Step, gathered, refused, sorted_out
from fazhi.packs.source import Place, Refuse

Scalar = bool | int | float | date | str
Words = Scalar | tuple[Scalar, ...]
"""A cell: one value or condition, or several values of which one has to hold."""
W = TypeVar("W")
T = TypeVar("T")
Read = Callable[[W, Column, Place, Refuse], T]
"""How a cell of a column is understood."""


class ColumnEntry(Entry):
    """A fact asked for or a result given; ``allowed`` is a condition, for a choice the list of choices."""

    name: str = Field(min_length=1)
    kind: Kind
    allowed: Words = "-"


class OpenEntry(Entry):
    """A result nobody has fixed yet."""

    undetermined: str = Field(min_length=1)
    """Who decides."""


class RowEntry(Entry):
    """One row; a column that is left out does not matter."""

    id: str = Field(min_length=1)
    says: str = Field(min_length=1)
    basis: BasisEntry
    when: dict[str, Words] = {}
    then: dict[str, OpenEntry | Scalar]


class TableEntry(Entry):
    """``tables/*.yaml``: one decision table."""

    id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    policy: HitPolicy
    no_hit: str = ""
    """What it means that no row applies; left out where one always has to."""
    since: date | None = None
    until: date | None = None
    delegated: str = ""
    """The article that leaves the matter to the layers below; left out where none does."""
    inputs: tuple[ColumnEntry, ...] = Field(min_length=1)
    outputs: tuple[ColumnEntry, ...] = Field(min_length=1)
    rows: tuple[RowEntry, ...] = Field(min_length=1)


def table(entry: TableEntry, refuse: Refuse) -> Table:
    """The table of an entry; every cell that cannot be is refused at its place."""
    inputs = _columns(entry.inputs, ("inputs",), refuse)
    outputs = _columns(entry.outputs, ("outputs",), refuse)
    sides = (("inputs", inputs), ("outputs", outputs))
    names: dict[Place, str] = {
        (side, n, "name"): one.name for side, columns in sides for n, one in enumerate(columns)
    }
    _unique(names, "列名", refuse)
    _unique({("rows", n, "id"): row.id for n, row in enumerate(entry.rows)}, "行号", refuse)
    rows = gathered(
        partial(_row, row, ("rows", n), inputs, outputs, refuse) for n, row in enumerate(entry.rows)
    )
    when = (entry.since, entry.until, entry.delegated)
    return Table(entry.id, entry.title, entry.policy, inputs, outputs, tuple(rows), entry.no_hit, *when)


def text(words: Words) -> str:
    """A cell as one text.

    >>> text(("公民", "组织")), text(True), text(0.5)
    ('公民, 组织', '是', '0.5')
    """
    if isinstance(words, tuple):
        return ", ".join(map(text, words))
    if isinstance(words, bool):
        return "是" if words else "否"
    return str(words)


def _columns(entries: tuple[ColumnEntry, ...], at: Place, refuse: Refuse) -> tuple[Column, ...]:
    return tuple(gathered(partial(_column, entry, (*at, n), refuse) for n, entry in enumerate(entries)))


def _column(entry: ColumnEntry, at: Place, refuse: Refuse) -> Column:
    allowed = condition(text(entry.allowed), entry.kind, (*at, "allowed"), refuse)
    if entry.kind is not Kind.CHOICE:
        return Column(entry.name, entry.kind, allowed)
    if allowed == ANY:
        raise refuse((*at, "allowed"), f"“{entry.name}”没有写可选的项", "请在 allowed 列出全部可选项")
    if marked := [str(one) for one in allowed.bounds() if set(str(one)) & set(cell.SIGNS)]:
        raise refuse((*at, "allowed"), f"可选项“{marked[0]}”含有条件用的符号", f"请不要用 {cell.SIGNS}")
    return Column(entry.name, entry.kind, allowed)


def condition(words: str, kind: Kind, at: Place, refuse: Refuse) -> Condition:
    """A condition from its words, refused at its place where it is none."""
    try:
        return cell.read(words, kind)
    except ValueError:
        remedy = "请写成 -、值、值1, 值2、<=值、>值 或者 [低..高] 的形式"
        raise refuse(at, f"“{words}”不是{kind.value}的条件", remedy) from None


def _row(
    entry: RowEntry, at: Place, inputs: tuple[Column, ...], outputs: tuple[Column, ...], refuse: Refuse
) -> Row:
    asked = {column.name: column for column in inputs}
    given = {column.name: column for column in outputs}
    strange = chain(
        _strange(entry.when, asked, (*at, "when"), refuse), _strange(entry.then, given, (*at, "then"), refuse)
    )
    missing = _missing(entry, given, at, refuse)
    when, unasked = _cells(entry.when, asked, _when, (*at, "when"), refuse)
    then, ungiven = _cells(entry.then, given, _then, (*at, "then"), refuse)
    refused((*strange, *missing, *unasked, *ungiven))
    demanded = {name: one for name, one in when.items() if one != ANY}
    return Row(entry.id, entry.says, entry.basis.basis(), demanded, then)


def _cells(
    cells: Mapping[str, W], columns: Mapping[str, Column], read: Read[W, T], at: Place, refuse: Refuse
) -> tuple[dict[str, T], list[Fault]]:
    """The cells of known columns as they are meant, and what is wrong with the others."""
    known = [name for name in cells if name in columns]
    found, wrong = sorted_out(
        partial(_named, name, partial(read, cells[name], columns[name], (*at, name), refuse))
        for name in known
    )
    return dict(found), wrong


def _named(name: str, step: Step[T]) -> tuple[str, T]:
    return name, step()


def _missing(entry: RowEntry, given: Mapping[str, Column], at: Place, refuse: Refuse) -> Iterator[Fault]:
    remedy = "请补上结果，或者写 {undetermined: 由谁确定}"
    for name in given:
        if name not in entry.then:
            yield refuse((*at, "then"), f"行 {entry.id} 没有写“{name}”", remedy)


def _when(words: Words, column: Column, at: Place, refuse: Refuse) -> Condition:
    found = condition(text(words), column.kind, at, refuse)
    if column.kind is Kind.CHOICE:
        for one in found.bounds():
            _allowed(one, column, at, refuse)
    return found


def _then(words: OpenEntry | Scalar, column: Column, at: Place, refuse: Refuse) -> Result:
    if isinstance(words, OpenEntry):
        return Undetermined(words.undetermined)
    try:
        value = cell.value(text(words), column.kind)
    except ValueError:
        raise refuse(at, f"“{text(words)}”不是{column.kind.value}", "请按该列的类型填写") from None
    _allowed(value, column, at, refuse)
    return value


def _allowed(value: object, column: Column, at: Place, refuse: Refuse) -> None:
    if not column.allowed.holds(value):  # type: ignore[arg-type]
        choices = cell.write(column.allowed, column.kind)
        raise refuse(at, f"“{value}”不在“{column.name}”的取值之内", f"请从 {choices} 中选择")


def _strange(
    cells: Mapping[str, object], columns: Mapping[str, Column], at: Place, refuse: Refuse
) -> Iterator[Fault]:
    for name in cells:
        if name not in columns:
            yield refuse((*at, name), f"没有“{name}”这一列", f"请从 {'、'.join(columns)} 中选择")


def _unique(names: Mapping[Place, str], what: str, refuse: Refuse) -> None:
    seen: set[str] = set()
    for at, name in names.items():
        if name in seen:
            raise refuse(at, f"{what}“{name}”写了两次", "请改用另一个名称")
        seen.add(name)
