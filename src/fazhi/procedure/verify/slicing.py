"""An edition seen through a few of its variables: it allows at least as much, so what it proves is proven."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from fazhi.procedure.act import Act
from fazhi.procedure.condition import All, Any, Condition, Leaf, Not, Truth
from fazhi.procedure.edition import Edition
from fazhi.procedure.gate import Gate
from fazhi.procedure.variables import Variables, of_leaf
from fazhi.procedure.view import View


@dataclass(frozen=True)
class Unseen:
    """A condition on something outside the slice: it may hold or not."""

    def holds(self, view: View) -> Truth:  # noqa: ARG002
        return None

    def leaves(self) -> Iterator[Leaf]:
        return iter(())


UNSEEN = cast(Condition, Unseen())


def sliced(edition: Edition, seen: Variables) -> Edition:
    """The edition with acts, facts and gates only as far as the variables show them."""
    seen = seen.closed(edition)
    acts = tuple(_seen_act(act, seen) for act in edition.acts if _matters(edition, act, seen))
    clocks = tuple(clock for clock in edition.clocks if clock.id in seen.clocks)
    facts = tuple(fact for fact in edition.facts if fact.id in seen.facts)
    return replace(edition, acts=acts, clocks=clocks, facts=facts, invariants=())


def _matters(edition: Edition, act: Act, seen: Variables) -> bool:
    changed = {act.id, *act.reopens} & seen.acts or {*act.brings, *act.clears} & seen.facts
    timed = any(act.id in _touching(edition, clock) for clock in seen.clocks)
    return bool(act.starts or changed or timed or (seen.ended and act.may_end))


def _touching(edition: Edition, clock: str) -> set[str]:
    found = edition.clock[clock]
    pauses = {act for pause in found.pauses for act in (*pause.since, *pause.until)}
    return {*found.starts, *found.stops, *pauses}


def _seen_act(act: Act, seen: Variables) -> Act:
    """The act with what is seen of it; a limit on how often counts only where the act itself is seen.

    An act that is not seen may have been reopened by one that is left out.
    """
    return replace(
        act,
        at_most=act.at_most if act.id in seen.acts else None,
        requires=tuple(_seen_gate(gate, seen) for gate in act.requires if gate.blocks),
        asks=tuple(fact for fact in act.asks if fact in seen.facts),
        may_ask=tuple(fact for fact in act.may_ask if fact in seen.facts),
    )


def _seen_gate(gate: Gate, seen: Variables) -> Gate:
    return replace(gate, that=_seen(gate.that, seen), when=_seen(gate.when, seen) if gate.when else None)


def _seen(condition: Condition, seen: Variables) -> Condition:
    match condition:
        case All(parts):
            return All(tuple(_seen(part, seen) for part in parts))
        case Any(parts):
            return Any(tuple(_seen(part, seen) for part in parts))
        case Not(part):
            return Not(_seen(part, seen))
        case leaf:
            return leaf if seen >= of_leaf(leaf) else UNSEEN
