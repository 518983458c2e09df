"""What a table answers: the rows that apply, with their reasons and articles."""

from dataclasses import dataclass

from fazhi.law.table.row import Row


@dataclass(frozen=True)
class Hit:
    """A row that applies; ``reasons`` name each fact and what the row demands of it, in Chinese."""

    row: Row
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Decision:
    """The rows that apply, in the table's order; without any, ``no_hit`` says what that means."""

    hits: tuple[Hit, ...]
    no_hit: str = ""
