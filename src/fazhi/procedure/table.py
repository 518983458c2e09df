"""Decision tables: thresholds and benchmarks in typed rows, each row on its article."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from fazhi.law.rule import Basis
from fazhi.procedure.value import ANY, Held, Value, between


@dataclass(frozen=True)
class Cell:
    """What one column asks: one of some values, or a number between two limits (both included)."""

    fact: str
    values: tuple[Value, ...] = ()
    at_least: int | None = None
    at_most: int | None = None

    def fits(self, held: Held | None) -> bool | None:
        """Whether a value fits; ``None`` where it is not settled."""
        if self.values:
            return None if held is ANY else held in self.values
        return between(held, self.at_least, self.at_most)

    def overlaps(self, other: "Cell") -> bool:
        """Whether some value fits both."""
        if self.values and other.values:
            return not set(self.values).isdisjoint(other.values)
        if self.values or other.values:
            return True
        starts = max((low for low in (self.at_least, other.at_least) if low is not None), default=None)
        ends = min((high for high in (self.at_most, other.at_most) if high is not None), default=None)
        return starts is None or ends is None or starts <= ends


@dataclass(frozen=True)
class Row:
    """Cells that must all fit."""

    cells: tuple[Cell, ...]
    basis: Basis

    def fits(self, fact: Callable[[str], Held | None]) -> bool | None:
        """Whether the facts fit the row; ``None`` where it depends on one that is not settled."""
        found = [cell.fits(fact(cell.fact)) for cell in self.cells]
        return False if False in found else None if None in found else True

    def overlaps(self, other: "Row") -> bool:
        """Whether some facts fit both rows."""
        mine = {cell.fact: cell for cell in self.cells}
        return all(mine[cell.fact].overlaps(cell) for cell in other.cells if cell.fact in mine)


@dataclass(frozen=True)
class Table:
    """Rows of which at most one may fit, so that the row hit is the reason.

    >>> law = Basis("行政处罚法", "2021-01-22", "第五十一条")
    >>> table = Table("on_the_spot", "当场处罚", (
    ...     Row((Cell("party", ("citizen",)), Cell("fine", at_most=200)), law),
    ...     Row((Cell("party", ("organisation",)), Cell("fine", at_most=3000)), law)))
    >>> table.hit({"party": "citizen", "fine": 200}.get), table.hit({"party": "citizen", "fine": 201}.get)
    (1, None)
    """

    id: str
    title: str
    rows: tuple[Row, ...]

    def fits(self, fact: Callable[[str], Held | None]) -> bool | None:
        """Whether some row fits; ``None`` where it depends on a fact that is not settled."""
        found = [row.fits(fact) for row in self.rows]
        return True if True in found else None if None in found else False

    def hit(self, fact: Callable[[str], Held | None]) -> int | None:
        """The number of the row that fits, from 1."""
        return next((n for n, row in enumerate(self.rows, 1) if row.fits(fact)), None)

    def facts(self) -> tuple[str, ...]:
        """The columns, in order."""
        return tuple(dict.fromkeys(cell.fact for row in self.rows for cell in row.cells))

    def overlaps(self) -> Iterator[tuple[int, int]]:
        """Pairs of rows that some facts both fit, by number from 1."""
        for (n, one), (m, other) in combinations(enumerate(self.rows, 1), 2):
            if one.overlaps(other):
                yield n, m
