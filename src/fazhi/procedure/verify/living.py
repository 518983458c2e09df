"""What still matters at a point: acts that may yet happen, and what their gates look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from fazhi.procedure.act import Act
from fazhi.procedure.condition import Done, Not
from fazhi.procedure.edition import Edition
from fazhi.procedure.variables import Variables, of


@dataclass(frozen=True)
class Living:
    """The acts that are out for good once some others happened, and so what nothing will ask again."""

    edition: Edition

    @cached_property
    def reopened(self) -> frozenset[str]:
        """Acts that some act lets happen anew."""
        return frozenset(name for act in self.edition.acts for name in act.reopens)

    @cached_property
    def always(self) -> Variables:
        """What the invariants ask about, at every point."""
        found = Variables()
        for invariant in self.edition.invariants:
            found |= of(invariant.never)
        return found

    @cached_property
    def read(self) -> Mapping[str, Variables]:
        """What an act's gates and its outcome look at."""
        return {act.id: _read(act) for act in self.edition.acts}

    @cached_property
    def barred_by(self) -> Mapping[str, frozenset[str]]:
        """For an act: those after which it is out for good, being done once and never reopened."""
        return {act.id: frozenset(_barring(act)) - self.reopened for act in self.edition.acts}

    def possible(self, done: Mapping[str, int]) -> frozenset[str]:
        """The acts that may yet happen."""
        return frozenset(act.id for act in self.edition.acts if self._possible(act, done))

    def variables(self, possible: frozenset[str]) -> Variables:
        """What may yet be asked."""
        found = self.always
        for name in possible:
            found |= self.read[name]
        return found.closed(self.edition)

    def _possible(self, act: Act, done: Mapping[str, int]) -> bool:
        spent = act.at_most is not None and done.get(act.id, 0) >= act.at_most
        if act.starts and done:
            return False
        return not (spent and act.id not in self.reopened) and done.keys().isdisjoint(self.barred_by[act.id])


def _read(act: Act) -> Variables:
    found = Variables(facts=frozenset({act.ends_by} - {""}))
    for gate in act.requires:
        if gate.blocks:
            found |= of(gate.that) | (of(gate.when) if gate.when else Variables())
    return found


def _barring(act: Act) -> set[str]:
    """Acts after which a gate of this one is closed, whatever the facts."""
    gates = [gate.that for gate in act.requires if gate.when is None and gate.blocks]
    return {that.part.act for that in gates if isinstance(that, Not) and isinstance(that.part, Done)}
