"""A column cut where any condition of a table may change its answer: one sample then speaks for each part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from fazhi.law.table.column import Column
from fazhi.law.table.condition import ANY, Condition, Interval, OneOf
from fazhi.law.table.kind import Value, position


@dataclass(frozen=True)
class Part:
    """A point, or the open span between two neighbouring points; every condition treats it as one."""

    sample: Value
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def point(self) -> bool:
        return self.low is not None and self.low == self.high


def parts(column: Column, conditions: Iterable[Condition]) -> tuple[Part, ...]:
    """The parts of a column, in order, as far as the column allows them and they hold any value.

    >>> from fazhi.law.table import cell; from fazhi.law.table.kind import Kind
    >>> cells = [cell.read(text, Kind.INTEGER) for text in ("<=200", ">=201")]
    >>> [part.sample for part in parts(Column("数额", Kind.INTEGER), cells)]
    [199, 200, 201, 202]
    """
    if not column.kind.ordered:
        return tuple(Part(value) for value in column.values())
    cuts = {position(bound) for one in (column.allowed, *conditions) for bound in one.bounds()}
    return tuple(part for part in _parts(column, sorted(cuts)) if column.allowed.holds(part.sample))


def _parts(column: Column, cuts: list[Decimal]) -> Iterator[Part]:
    low: Decimal | None = None
    for cut in cuts:
        if (sample := column.kind.between(low, cut)) is not None:
            yield Part(sample, low, cut)
        yield Part(column.kind.at(cut), cut, cut)
        low = cut
    if (sample := column.kind.between(low, None)) is not None:
        yield Part(sample, low, None)


def described(column: Column, whole: tuple[Part, ...], some: tuple[Part, ...]) -> tuple[Condition, ...]:
    """Some parts of a column in as few conditions as say the same, all of them as anything."""
    if len(some) == len(whole):
        return (ANY,)
    if not column.kind.ordered:
        return (OneOf(tuple(part.sample for part in some)),)
    return tuple(_span(column, run[0], run[-1]) for run in _runs(whole, set(some)))


def _runs(whole: tuple[Part, ...], some: set[Part]) -> Iterator[list[Part]]:
    run: list[Part] = []
    for part in whole:
        if part in some:
            run.append(part)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _span(column: Column, first: Part, last: Part) -> Condition:
    if first == last and first.point:
        return OneOf((first.sample,))
    low = None if first.low is None else column.kind.at(first.low)
    high = None if last.high is None else column.kind.at(last.high)
    return Interval(low, high, first.point, last.point)
