"""A decision table back in the words of its entry, for files that people edit elsewhere."""

from fazhi.law.rule import Basis
from fazhi.law.table import cell
from fazhi.law.table.column import Column
from fazhi.law.table.row import Result, Row, Undetermined

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
