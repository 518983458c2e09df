"""What a condition depends on: the parts of a case that decide it."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi.procedure.condition import (
    Condition,
    Done,
    Ended,
    Expired,
    Fewer,
    InTable,
    Is,
    Known,
    Leaf,
    Open,
    SamePerson,
    Within,
)  # fmt: skip
from fazhi.procedure.edition import Edition

Names = frozenset[str]
NONE: Names = frozenset()


@dataclass(frozen=True)
class Variables:
    """Facts, acts and clocks by id, and whether it matters how the case ended."""

    facts: Names = NONE
    acts: Names = NONE
    clocks: Names = NONE
    ended: bool = False

    def __or__(self, other: Variables) -> Variables:
        return Variables(
            self.facts | other.facts,
            self.acts | other.acts,
            self.clocks | other.clocks,
            self.ended or other.ended,
        )

    def __ge__(self, other: Variables) -> bool:
        """Whether all of the other is among these."""
        return self | other == self

    def closed(self, edition: Edition) -> Variables:
        """With what decides these: clocks that supply a fact, when a clock runs, facts naming the outcome."""
        supplied = (edition.deemed.get(fact, ()) for fact in self.facts)
        clocks = self.clocks | {clock for ways in supplied for clock, _ in ways}
        cases = (edition.clock[clock].when for clock in clocks if clock in edition.clock)
        found = self
        for when in cases:
            found |= of(when) if when else Variables()
        naming = {act.ends_by for act in edition.acts if act.ends_by} if self.ended else NONE
        return found | Variables(frozenset(naming), clocks=clocks)


def of_leaf(leaf: Leaf) -> Variables:
    """What one leaf looks at."""
    match leaf:
        case Done(act) | Fewer(act, _):
            return Variables(acts=frozenset({act}))
        case Open(act, until):
            return Variables(acts=frozenset({act, *until}))
        case SamePerson(acts):
            return Variables(acts=frozenset(acts))
        case Known(fact) | Is(fact, _) | Within(fact, _, _):
            return Variables(facts=frozenset({fact}))
        case InTable(table):
            return Variables(facts=frozenset(table.facts()))
        case Expired(clock):
            return Variables(clocks=frozenset({clock}))
        case Ended(_):
            return Variables(ended=True)


def of(condition: Condition) -> Variables:
    """What a condition looks at."""
    found = Variables()
    for leaf in condition.leaves():
        found |= of_leaf(leaf)
    return found
