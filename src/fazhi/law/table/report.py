"""The proof that a table forgets no case and answers none twice: exact, with an example for each flaw."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from fazhi.fault import Fault
from fazhi.law.table import cell
from fazhi.law.table.column import Column
from fazhi.law.table.condition import Anything, Condition
from fazhi.law.table.kind import Value
from fazhi.law.table.partition import Part, described, parts
from fazhi.law.table.table import HitPolicy, Table

LIMIT = 100_000
"""Steps after which a table is refused as too large to be proven; those of the packs need a few dozen."""


@dataclass(frozen=True)
class Region:
    """Cases that hit the same rows, none for a gap: the conditions by column, and one case as an example."""

    columns: tuple[Column, ...]
    where: tuple[tuple[Condition, ...], ...]
    example: dict[str, Value]
    rows: tuple[str, ...]

    def __str__(self) -> str:
        """The cases as one reads them, columns that do not matter left out."""
        told = [
            f"{column.name} {' 或 '.join(cell.write(one, column.kind) for one in conditions)}"
            for column, conditions in zip(self.columns, self.where, strict=True)
            if not isinstance(conditions[0], Anything)
        ]
        return "；".join(told) or "任何情形"

    def instance(self) -> str:
        """The example, in Chinese."""
        return "，".join(f"{c.name}={c.kind.write(self.example[c.name])}" for c in self.columns)


@dataclass(frozen=True)
class Report:
    """What is wrong: ``gaps`` no row answers, ``overlaps`` several do, ``unreached`` rows never apply."""

    gaps: tuple[Region, ...]
    overlaps: tuple[Region, ...]
    unreached: tuple[str, ...]


def report(table: Table, limit: int = LIMIT) -> Report:
    """Every gap, overlap and unreached row; ``Fault`` law.E304 where more than ``limit`` steps are needed.

    Where the first row decides, an overlap is meant; a row that others always come before is not.
    """
    found = tuple(regions(table, limit))
    reached = {
        row
        for region in found
        for row in (region.rows[:1] if table.policy is HitPolicy.FIRST else region.rows)
    }
    return Report(
        gaps=tuple(region for region in found if not region.rows),
        overlaps=tuple(region for region in found if len(region.rows) > 1),
        unreached=tuple(row.id for row in table.rows if row.id not in reached),
    )


def regions(table: Table, limit: int = LIMIT) -> Iterator[Region]:
    """All cases, in as few regions as hit the same rows."""
    return _Walk(table, limit).regions()


@dataclass
class _Walk:
    """A way through the columns that keeps together what the rows still in question treat alike."""

    table: Table
    limit: int
    steps: int = 0

    @cached_property
    def columns(self) -> tuple[tuple[tuple[Part, int], ...], ...]:
        """By column its parts, each with the rows (as bits) whose condition holds there."""
        return tuple(self._masked(column) for column in self.table.inputs)

    def regions(self) -> Iterator[Region]:
        yield from self._walk(0, (1 << len(self.table.rows)) - 1, ())

    def _masked(self, column: Column) -> tuple[tuple[Part, int], ...]:
        conditions = [row.condition(column.name) for row in self.table.rows]
        found = parts(column, conditions)
        return tuple(
            (part, sum(1 << n for n, one in enumerate(conditions) if one.holds(part.sample)))
            for part in found
        )

    def _walk(self, depth: int, rows: int, taken: tuple[tuple[Part, ...], ...]) -> Iterator[Region]:
        self.steps += 1
        if self.steps > self.limit:
            raise Fault(
                "law.E304", f"《{self.table.title}》的组合过多，不能逐一证明", "请拆成几张列数较少的表"
            )
        if depth == len(self.columns) or not rows:
            yield self._region(rows, taken)
            return
        alike: dict[int, list[Part]] = {}
        for part, mask in self.columns[depth]:
            alike.setdefault(mask & rows, []).append(part)
        for mask, some in alike.items():
            yield from self._walk(depth + 1, mask, (*taken, tuple(some)))

    def _region(self, rows: int, taken: tuple[tuple[Part, ...], ...]) -> Region:
        wholes = [tuple(part for part, _ in column) for column in self.columns]
        chosen = [*taken, *wholes[len(taken) :]]
        inputs = self.table.inputs
        return Region(
            columns=inputs,
            where=tuple(map(described, inputs, wholes, chosen)),
            example={column.name: some[0].sample for column, some in zip(inputs, chosen, strict=True)},
            rows=tuple(row.id for n, row in enumerate(self.table.rows) if rows >> n & 1),
        )
