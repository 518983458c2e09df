"""Conditions in three truth values: what is not settled never decides, unless it cannot matter."""

from collections.abc import Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from fazhi.procedure.condition import All, Any, Condition, Is, Known, Not, Within
from fazhi.procedure.state import State
from fazhi.procedure.table import Cell, Row, Table
from fazhi.procedure.value import ANY, Held
from fazhi.procedure.variables import of
from fazhi.procedure.view import View
from tests.procedure.example import LAW

NAMES = ("a", "b", "c")
LEAVES: st.SearchStrategy[Condition] = st.builds(
    Is, st.sampled_from(NAMES), st.sampled_from([(True,), (False,)])
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Any, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)
HELD = st.dictionaries(st.sampled_from(NAMES), st.sampled_from([True, False, ANY]))


def view(facts: dict[str, Held]) -> View:
    return View(State(facts=facts))


def settlements(facts: dict[str, Held]) -> list[dict[str, Held]]:
    """Every way in which the facts that are not settled may come out."""
    choices: list[Sequence[Held]] = [(True, False) if held is ANY else (held,) for held in facts.values()]
    return [dict(zip(facts, values, strict=True)) for values in product(*choices)]


@given(CONDITIONS, HELD)
def test_an_answer_stands_however_the_open_facts_come_out(
    condition: Condition, facts: dict[str, Held]
) -> None:
    answer = condition.holds(view(facts))
    if answer is not None:
        assert {condition.holds(view(settled)) for settled in settlements(facts)} == {answer}


@given(CONDITIONS, HELD)
def test_settled_facts_always_give_an_answer(condition: Condition, facts: dict[str, Held]) -> None:
    assert all(condition.holds(view(settled)) is not None for settled in settlements(facts))


@given(CONDITIONS, HELD, st.sampled_from(NAMES), st.booleans())
def test_a_condition_depends_on_nothing_but_its_variables(
    condition: Condition, facts: dict[str, Held], name: str, value: bool
) -> None:
    if name not in of(condition).facts:
        assert condition.holds(view(facts)) == condition.holds(view({**facts, name: value}))


def test_what_nobody_recorded_is_neither_yes_nor_no() -> None:
    assert [Is("a", (value,)).holds(view({})) for value in (True, False)] == [False, False]
    assert Known("a").holds(view({})) is False
    assert Known("a").holds(view({"a": ANY})) is None


def test_limits_are_included_and_a_missing_number_is_within_none() -> None:
    within = Within("a", at_least=1, at_most=200)
    assert [within.holds(view({"a": n})) for n in (0, 1, 200, 201)] == [False, True, True, False]
    assert within.holds(view({})) is False


@given(st.tuples(*[st.integers(0, 9)] * 4), st.integers(-1, 10))
def test_tables_overlap_where_a_value_fits_two_rows(limits: tuple[int, int, int, int], value: int) -> None:
    first, second = sorted(limits[:2]), sorted(limits[2:])
    rows = tuple(Row((Cell("n", at_least=a, at_most=b),), LAW) for a, b in (first, second))
    table = Table("t", "表", rows)
    if all(row.fits({"n": value}.get) for row in rows):
        assert list(table.overlaps()) == [(1, 2)]
