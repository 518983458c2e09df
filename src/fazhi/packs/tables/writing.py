"""A decision table back in the words of its entry, for files that people edit elsewhere."""

from datetime import date
from typing import Any

import yaml

from fazhi.law.rule import Basis
from fazhi.law.table import cell
from fazhi.law.table.column import Column
from fazhi.law.table.row import Result, Row, Undetermined
from fazhi.law.table.table import Table

OPEN = "未定："


def condition(row: Row, column: Column, *, feel: bool = False) -> str:
    """What a row demands of a column."""
    return cell.write(row.condition(column.name), column.kind, feel=feel)


def result(result: Result, column: Column) -> str:
    """What a row gives; ``未定：`` with who decides where nobody has fixed it."""
    if isinstance(result, Undetermined):
        return OPEN + result.decider
    return cell.literal(result, column.kind)


def read_result(text: str) -> object:
    """The result as an entry holds it."""
    return {"undetermined": text[len(OPEN) :]} if text.startswith(OPEN) else text


def basis(basis: Basis) -> dict[str, str]:
    """The basis by the fields of its entry, those that are not established left out."""
    return {name: value for name, value in vars(basis).items() if value}


def as_entry(table: Table) -> dict[str, Any]:
    """The table as its YAML file says it."""
    head = {
        name: value.isoformat() if isinstance(value, date) else value
        for name in ("no_hit", "since", "until", "delegated")
        if (value := getattr(table, name))
    }
    return {
        **{"id": table.id, "title": table.title, "policy": table.policy.value, **head},
        "inputs": [_column(column) for column in table.inputs],
        "outputs": [_column(column) for column in table.outputs],
        "rows": [_row(table, row) for row in table.rows],
    }


def as_bytes(table: Table) -> bytes:
    """The table as a file of a pack."""
    return yaml.safe_dump(as_entry(table), allow_unicode=True, sort_keys=False, width=110).encode()


def _column(column: Column) -> dict[str, str]:
    allowed = cell.write(column.allowed, column.kind)
    more = {} if allowed == "-" else {"allowed": allowed}
    return {"name": column.name, "kind": column.kind.value, **more}


def _row(table: Table, row: Row) -> dict[str, Any]:
    asked = [column for column in table.inputs if column.name in row.when]
    return {
        "id": row.id,
        "says": row.says,
        "basis": basis(row.basis),
        "when": {column.name: condition(row, column) for column in asked},
        "then": {one.name: read_result(result(row.then[one.name], one)) for one in table.outputs},
    }
