"""What the verifier may forget: everything that no condition of the edition can tell apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fazhi.procedure.clock import Clock
from fazhi.procedure.condition import Done, Expired, Fewer, InTable, Is, Known, Open, SamePerson, Within
from fazhi.procedure.edition import Edition
from fazhi.procedure.value import Held
from fazhi.procedure.verify.domain import conditions, domains
from fazhi.procedure.verify.living import Living
from fazhi.procedure.verify.node import Node, Watch

Key = tuple[object, ...]
Asked = tuple[tuple[tuple[str, int], ...], tuple[str, ...], frozenset[str]]


@dataclass(frozen=True)
class Abstraction:
    """Facts, acts, people and clocks that matter; two nodes with one key have the same futures.

    The same code judges gates here and in a real case; only what cannot be asked about is left out.
    ``bounded`` are repeatable acts that are matched in pairs: they are explored up to ``many`` times.
    """

    facts: tuple[str, ...]
    acts: tuple[tuple[str, int], ...]
    actors: tuple[str, ...]
    bounded: frozenset[str]
    many: int
    watched: Mapping[str, Watch]
    domains: Mapping[str, tuple[Held | None, ...]]
    living: Living
    cache: dict[frozenset[str], Asked] = field(default_factory=dict, repr=False)

    def key(self, node: Node) -> Key:
        """What distinguishes a node."""
        state = node.state
        possible = self.living.possible(state.done, ended=bool(state.outcome))
        acts, facts, clocks = self._asked(possible)
        done = tuple(min(state.done.get(act, 0), most) for act, most in acts)
        held = tuple(state.facts.get(fact) for fact in facts)
        actors = tuple(state.actors.get(act) for act in self.actors)
        return possible, done, held, actors, state.outcome, node.running & clocks, node.expired & clocks

    def _asked(self, possible: frozenset[str]) -> Asked:
        """What may yet be asked where only some acts are possible; found once for each set of them."""
        if possible not in self.cache:
            seen = self.living.variables(possible)
            paused = {
                a for c in seen.clocks for since, until in self.watched[c].pauses for a in (*since, *until)
            }
            acts = tuple((a, n) for a, n in self.acts if a in seen.acts or a in possible or a in paused)
            facts = tuple(fact for fact in self.facts if fact in seen.facts)
            self.cache[possible] = acts, facts, seen.clocks
        return self.cache[possible]


def abstraction(edition: Edition, *, people: bool = True, many: int = 2) -> Abstraction:
    """What of an edition the verifier has to keep; without ``people`` it does not ask who acted."""
    leaves = [leaf for condition in conditions(edition) for leaf in condition.leaves()]
    facts = {leaf.fact for leaf in leaves if isinstance(leaf, Known | Is | Within)}
    facts |= {fact for leaf in leaves if isinstance(leaf, InTable) for fact in leaf.table.facts()}
    facts |= {act.ends_by for act in edition.acts if act.ends_by}
    apart = {act for role, others in edition.apart.items() if others for act in edition.acts_of[role]}
    named = {act for leaf in leaves if isinstance(leaf, SamePerson) for act in leaf.acts}
    few = {leaf.act for leaf in leaves if isinstance(leaf, Fewer)}
    clocks = {leaf.clock for leaf in leaves if isinstance(leaf, Expired)}
    paired = _paired(edition)
    clocks |= {clock for supplied in edition.deemed.values() for clock, _ in supplied}
    return Abstraction(
        tuple(sorted(facts)),
        tuple(_counted(edition, paired, many)),
        tuple(sorted(apart | named | few)) if people and (named | few) else (),
        frozenset(paired),
        many,
        {name: _watch(edition.clock[name]) for name in sorted(clocks)},
        domains(edition),
        Living(edition),
    )


def _paired(edition: Edition) -> set[str]:
    """Acts whose counts are compared with those of others."""
    leaves = [leaf for condition in conditions(edition) for leaf in condition.leaves()]
    paired = {act for leaf in leaves if isinstance(leaf, Open) for act in (leaf.act, *leaf.until)}
    paired |= {act for clock in edition.clocks if clock.for_each for act in (*clock.starts, *clock.stops)}
    pauses = [pause for clock in edition.clocks for pause in clock.pauses]
    return paired | {act for pause in pauses for act in (*pause.since, *pause.until)}


def _counted(edition: Edition, paired: set[str], many: int) -> list[tuple[str, int]]:
    """For each act that somebody asks about how far its count matters: once, to its limit, or in pairs."""
    leaves = [leaf for condition in conditions(edition) for leaf in condition.leaves()]
    read = {leaf.act for leaf in leaves if isinstance(leaf, Done)} | paired
    return [
        (act.id, max(act.at_most or 1, many if act.id in paired else 1))
        for act in edition.acts
        if act.id in read or act.at_most or act.starts
    ]


def _watch(clock: Clock) -> Watch:
    """The clock as it is watched; a pause that may end by itself is taken as none, to miss nothing."""
    pauses = tuple((pause.since, pause.until) for pause in clock.pauses if not pause.or_expiry_of)
    return Watch(frozenset(clock.starts), frozenset(clock.stops), pauses, clock.when, bool(clock.for_each))
