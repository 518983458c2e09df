"""A table's gaps and overlaps are exactly those that trying every case one by one finds."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.law.rule import Basis
from fazhi.law.table import cell
from fazhi.law.table.column import Column
from fazhi.law.table.condition import ANY, Condition, Interval, OneOf
from fazhi.law.table.kind import Kind, Value
from fazhi.law.table.report import Region, report
from fazhi.law.table.row import Row
from fazhi.law.table.table import HitPolicy, Table

SMALL: dict[Kind, tuple[Value, ...]] = {
    Kind.CHOICE: ("甲", "乙", "丙"),
    Kind.YES_NO: (True, False),
    Kind.INTEGER: tuple(range(6)),
    Kind.MONEY: tuple(Decimal(n) / 100 for n in range(6)),
    Kind.DATE: tuple(date(2024, 2, 27) + timedelta(days=n) for n in range(6)),
}
"""Domains small enough to try every value."""
FINE: tuple[Value, ...] = tuple(Decimal(n) / 2 for n in range(-1, 12))
"""For decimals whole bounds and halves between them tell every case apart."""


def column(name: str, kind: Kind) -> Column:
    values = SMALL[kind]
    allowed = Interval(values[0], values[-1]) if kind.ordered else OneOf(values)
    return Column(name, kind, allowed)


@st.composite
def conditions(draw: st.DrawFn, kind: Kind) -> Condition:
    values = st.sampled_from(SMALL.get(kind, tuple(Decimal(n) for n in range(6))))
    some = st.lists(values, min_size=1, max_size=2, unique=True).map(lambda found: OneOf(tuple(found)))
    if not kind.ordered:
        return draw(st.just(ANY) | some)
    bound, closed = st.none() | values, st.booleans()
    spans = st.builds(Interval, bound, bound, closed, closed).filter(lambda span: not span.empty)
    return draw(st.just(ANY) | some | spans.filter(lambda span: bool(span.bounds())))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    kinds = draw(st.lists(st.sampled_from([*SMALL, Kind.DECIMAL]), min_size=1, max_size=3))
    inputs = tuple(
        Column(str(n), kind) if kind is Kind.DECIMAL else column(str(n), kind) for n, kind in enumerate(kinds)
    )
    whens = draw(st.lists(st.fixed_dictionaries({c.name: conditions(c.kind) for c in inputs}), max_size=5))
    rows = tuple(Row(f"r{n}", "", Basis("某法"), when, {}) for n, when in enumerate(whens))
    return Table("t", "某表", draw(st.sampled_from(HitPolicy)), inputs, (), rows, "无")


def cases(table: Table) -> Iterator[dict[str, Value]]:
    domains = [SMALL.get(one.kind, FINE) for one in table.inputs]
    for values in product(*domains):
        yield dict(zip([one.name for one in table.inputs], values, strict=True))


def rows(table: Table, case: dict[str, Value]) -> tuple[str, ...]:
    return tuple(row.id for row in table.rows if row.hit(case))


def holds(region: Region, case: dict[str, Value]) -> bool:
    pairs = zip(region.columns, region.where, strict=True)
    return all(any(one.holds(case[column.name]) for one in conditions) for column, conditions in pairs)


@given(tables())
def test_gaps_and_overlaps_are_those_of_every_case_tried(table: Table) -> None:
    found = report(table)
    for case in cases(table):
        hit = rows(table, case)
        assert sum(holds(gap, case) for gap in found.gaps) == (not hit)
        assert [r.rows for r in found.overlaps if holds(r, case)] == ([hit] if len(hit) > 1 else [])


@given(tables())
def test_every_example_is_one(table: Table) -> None:
    found = report(table)
    for region in (*found.gaps, *found.overlaps):
        assert rows(table, region.example) == region.rows
        assert holds(region, region.example)


@given(tables())
def test_a_row_is_unreached_if_no_case_tried_is_answered_by_it(table: Table) -> None:
    first = table.policy is HitPolicy.FIRST
    answered = {row for case in cases(table) for row in rows(table, case)[: 1 if first else None]}
    assert set(report(table).unreached) == {row.id for row in table.rows} - answered


def fines(policy: HitPolicy, *cells: str) -> Table:
    amount = Column("罚款", Kind.MONEY, cell.read(">=0", Kind.MONEY))
    made = [
        Row(f"r{n}", "", Basis("某法"), {"罚款": cell.read(c, Kind.MONEY)}, {}) for n, c in enumerate(cells)
    ]
    return Table("fines", "某表", policy, (amount,), (), tuple(made))


def test_a_gap_is_told_as_one_reads_it_and_with_an_example() -> None:
    (gap,) = report(fines(HitPolicy.UNIQUE, "<200", ">200")).gaps
    assert (str(gap), gap.instance()) == ("罚款 200", "罚款=200")


def test_nothing_lies_between_one_fen_and_the_next() -> None:
    assert report(fines(HitPolicy.UNIQUE, "<=200", ">=200.01")).gaps == ()
    assert len(report(fines(HitPolicy.UNIQUE, "<=200", ">=200.02")).gaps) == 1


def test_an_overlap_names_its_rows() -> None:
    (overlap,) = report(fines(HitPolicy.UNIQUE, "<=200", ">=200")).overlaps
    assert (str(overlap), overlap.rows) == ("罚款 200", ("r0", "r1"))


def test_a_row_behind_wider_ones_is_never_reached() -> None:
    assert report(fines(HitPolicy.FIRST, "<=200", ">100", "[50..300]")).unreached == ("r2",)


def test_a_table_too_large_to_prove_is_refused() -> None:
    inputs = tuple(Column(str(n), Kind.INTEGER) for n in range(12))
    when = [
        {c.name: cell.read(str(n), c.kind) for n, c in enumerate(inputs) if (row >> n) % 2}
        for row in range(64)
    ]
    made = tuple(Row(str(n), "", Basis("某法"), one, {}) for n, one in enumerate(when))
    with pytest.raises(Fault, match=r"law\.E304"):
        report(Table("t", "某表", HitPolicy.COLLECT, inputs, (), made, "无"), limit=20)
