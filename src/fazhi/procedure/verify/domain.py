"""The values that a fact may take, as far as any condition tells them apart."""

from collections.abc import Iterator
from decimal import Decimal

from fazhi.procedure.condition import Condition, InTable, Is, Within
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import Fact, FactKind
from fazhi.procedure.value import Held, Value

HALF = Decimal("0.5")
SOME = "某"
"""Stands for every text, day or person: conditions only ask whether there is one."""


def conditions(edition: Edition) -> Iterator[Condition]:
    """Every condition of an edition."""
    for act in edition.acts:
        for gate in act.requires:
            yield gate.that
            if gate.when:
                yield gate.when
    yield from (clock.when for clock in edition.clocks if clock.when)
    yield from (invariant.never for invariant in edition.invariants)


def domains(edition: Edition) -> dict[str, tuple[Held | None, ...]]:
    """For each fact the values that cover all cases: numbers by the limits they are compared with.

    Numbers at each limit and on both sides of it stand for all; ``None`` is among the values of a fact that
    some act need not bring.
    """
    optional = {fact for act in edition.acts for fact in act.may_ask}
    limits: dict[str, set[int | Decimal]] = {}
    for leaf in (leaf for condition in conditions(edition) for leaf in condition.leaves()):
        for fact, low, high in _limits(leaf):
            limits.setdefault(fact, set()).update(_around(low, high))
    absent: dict[bool, tuple[None, ...]] = {True: (None,), False: ()}
    told = _told_apart(edition)
    return {
        fact.id: (
            *_values(fact, limits.get(fact.id, set()), told.get(fact.id, [])),
            *absent[fact.id in optional],
        )
        for fact in edition.facts
    }


def _told_apart(edition: Edition) -> dict[str, list[frozenset[Value]]]:
    """For each fact the sets of answers that a condition, a table or an outcome sets apart from the rest."""
    found: dict[str, list[frozenset[Value]]] = {}
    for leaf in (leaf for condition in conditions(edition) for leaf in condition.leaves()):
        if isinstance(leaf, Is):
            found.setdefault(leaf.fact, []).append(frozenset(leaf.values))
        elif isinstance(leaf, InTable):
            for cell in (cell for row in leaf.table.rows for cell in row.cells):
                found.setdefault(cell.fact, []).append(frozenset(cell.values))
    for act in edition.acts:
        for outcome in act.outcomes.values():
            ways = frozenset(value for value, way in act.outcomes.items() if way == outcome)
            found.setdefault(act.ends_by, []).append(ways)
    return found


def _choices(fact: Fact, told: list[frozenset[Value]]) -> tuple[Held, ...]:
    """One answer for all that nothing tells apart."""
    kinds: dict[tuple[bool, ...], Held] = {}
    for choice in fact.choices:
        kinds.setdefault(tuple(choice in some for some in told), choice)
    return tuple(kinds.values())


def _limits(leaf: object) -> Iterator[tuple[str, int | None, int | None]]:
    if isinstance(leaf, Within):
        yield leaf.fact, leaf.at_least, leaf.at_most
    elif isinstance(leaf, Is):
        for value in leaf.values:
            if isinstance(value, int) and not isinstance(value, bool):
                yield leaf.fact, value, value
    elif isinstance(leaf, InTable):
        for cell in (cell for row in leaf.table.rows for cell in row.cells):
            yield cell.fact, cell.at_least, cell.at_most


def _around(low: int | None, high: int | None) -> set[int | Decimal]:
    """The limits, the whole numbers beyond them, and what lies between the two."""
    below: set[int | Decimal] = set() if low is None else {low - 1, low - HALF, low}
    return below if high is None else below | {high, high + HALF, high + 1}


def _values(fact: Fact, numbers: set[int | Decimal], told: list[frozenset[Value]]) -> tuple[Held, ...]:
    match fact.kind:
        case FactKind.YES_NO:
            return (True, False)
        case FactKind.CHOICE:
            return _choices(fact, told)
        case FactKind.NUMBER:
            return tuple(sorted(numbers)) or (1,)
        case _:
            return (SOME,)
