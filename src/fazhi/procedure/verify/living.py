"""What still matters at a point: acts that may yet happen, and what their gates look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from fazhi.procedure.act import Act
from fazhi.procedure.condition import Done, Not
from fazhi.procedure.edition import Edition
from fazhi.procedure.variables import Names, Variables, of

Situation = tuple[Names, Names, bool]
"""Acts done, acts done as often as they may be, and whether the case ended."""


@dataclass(frozen=True)
class Living:
    """The acts that are out for good once some others happened, and so what nothing will ask again."""

    edition: Edition
    known: dict[Situation, Names] = field(default_factory=dict, repr=False)

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
        optional = {fact for act in self.edition.acts for fact in act.may_ask}
        return {act.id: _read(act, frozenset(act.asks) - optional) for act in self.edition.acts}

    @cached_property
    def barred_by(self) -> Mapping[str, frozenset[str]]:
        """For an act: those after which it is out, unless they can be reopened."""
        return {act.id: frozenset(_barring(act)) for act in self.edition.acts}

    def possible(self, done: Mapping[str, int], *, ended: bool) -> frozenset[str]:
        """The acts that may yet happen; in a case that ended only those that outlive it.

        An act that is out stays out where every act that could reopen it is out as well.
        """
        spent = frozenset(act.id for act in self.edition.acts if _spent(act, done))
        key = frozenset(done), spent, ended
        if key not in self.known:
            self.known[key] = self._settled(*key)
        return self.known[key]

    def _settled(self, done: frozenset[str], spent: frozenset[str], ended: bool) -> frozenset[str]:
        acts = [act for act in self.edition.acts if act.after_end or not ended]
        acts = [act for act in acts if not (act.starts and done)]
        while True:
            reopened = {name for act in acts for name in act.reopens}
            out = spent - reopened
            left = [a for a in acts if a.id not in out and not (self.barred_by[a.id] & done) - reopened]
            if len(left) == len(acts):
                return frozenset(act.id for act in acts)
            acts = left

    def variables(self, possible: frozenset[str]) -> Variables:
        """What may yet be asked."""
        found = self.always
        for name in possible:
            found |= self.read[name]
        return found.closed(self.edition)


def _spent(act: Act, done: Mapping[str, int]) -> bool:
    return act.at_most is not None and done.get(act.id, 0) >= act.at_most


def _read(act: Act, brought: Names) -> Variables:
    """What it looks at, less the facts that always come with it: their earlier values are nothing to it."""
    found = Variables(facts=frozenset({act.ends_by} - {""}))
    for gate in act.requires:
        if gate.blocks:
            found |= of(gate.that) | (of(gate.when) if gate.when else Variables())
    return replace(found, facts=found.facts - brought)


def _barring(act: Act) -> set[str]:
    """Acts after which a gate of this one is closed, whatever the facts."""
    gates = [gate.that for gate in act.requires if gate.when is None and gate.blocks]
    return {that.part.act for that in gates if isinstance(that, Not) and isinstance(that.part, Done)}
