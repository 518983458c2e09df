"""A cell is read in one way only, and written so that it is read the same again."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.law.table import cell
from fazhi.law.table.condition import ANY, Condition, Interval, OneOf
from fazhi.law.table.kind import Kind, Value

VALUES: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.CHOICE: st.text(st.sampled_from("公民法人组织甲乙AB 1."), min_size=1).filter(
        lambda t: t == t.strip()
    ),
    Kind.INTEGER: st.integers(-5000, 5000),
    Kind.DECIMAL: st.decimals(-5000, 5000, places=4),
    Kind.MONEY: st.decimals(-5000, 5000, places=2),
    Kind.DATE: st.dates(),
    Kind.YES_NO: st.booleans(),
}


def conditions(kind: Kind) -> st.SearchStrategy[Condition]:
    """Any condition of a kind, its spans not empty."""
    values = VALUES[kind]
    some = st.lists(values, min_size=1, max_size=3, unique=True).map(lambda found: OneOf(tuple(found)))
    if not kind.ordered:
        return st.just(ANY) | some
    ends = st.booleans()
    spans = st.builds(Interval, values, values, ends, ends).filter(lambda span: not span.empty)
    below = st.builds(Interval, st.none(), values, st.just(True), ends)
    above = st.builds(Interval, values, st.none(), ends)
    return st.just(ANY) | some | spans | below | above


def pairs() -> st.SearchStrategy[tuple[Kind, Condition]]:
    return st.sampled_from(Kind).flatmap(lambda kind: st.tuples(st.just(kind), conditions(kind)))


@given(pairs(), st.booleans())
def test_what_is_written_is_read_the_same(given: tuple[Kind, Condition], feel: bool) -> None:
    kind, condition = given
    assert cell.read(cell.write(condition, kind, feel=feel), kind) == condition


@pytest.mark.parametrize(
    ("text", "kind", "condition"),
    [
        ("≤200", Kind.MONEY, Interval(None, Decimal(200))),
        ("> 3000", Kind.INTEGER, Interval(3000, None, low_closed=False)),
        ("]1..5[", Kind.INTEGER, Interval(1, 5, low_closed=False, high_closed=False)),
        ("公民，组织", Kind.CHOICE, OneOf(("公民", "组织"))),
        ('>= date("2024-01-01")', Kind.DATE, Interval(date(2024, 1, 1), None)),
    ],
)
def test_people_and_other_tools_write_differently(text: str, kind: Kind, condition: Condition) -> None:
    assert cell.read(text, kind) == condition


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.CHOICE),
        ("", Kind.INTEGER),
        ("<=公民", Kind.CHOICE),
        ("[5..1]", Kind.INTEGER),
        ("(5..5]", Kind.INTEGER),
        ("二百", Kind.MONEY),
        ("200.001", Kind.MONEY),
        ("1.5", Kind.INTEGER),
        ("NaN", Kind.DECIMAL),
        ("2024-02-30", Kind.DATE),
        ("也许", Kind.YES_NO),
        ("1,,2", Kind.INTEGER),
        ("9" * 16, Kind.INTEGER),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, kind: Kind) -> None:
    with pytest.raises(ValueError, match="no"):
        cell.read(text, kind)
