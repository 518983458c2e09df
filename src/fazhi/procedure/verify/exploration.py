"""Every history that an edition, or a slice of one, allows: a finite search, breadth first.

A fact has no value until a condition asks for it (then the search splits), so that questions nobody asks
multiply nothing. The gates are judged by the code that judges real cases.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from fazhi.procedure import persons as people
from fazhi.procedure.act import Act
from fazhi.procedure.cast import cast, everyone
from fazhi.procedure.condition import facts_read
from fazhi.procedure.edition import Edition
from fazhi.procedure.invariant import Invariant
from fazhi.procedure.permitted import with_facts
from fazhi.procedure.person import Person
from fazhi.procedure.state import State
from fazhi.procedure.value import ANY, Held
from fazhi.procedure.verify.abstraction import Abstraction, Key, abstraction
from fazhi.procedure.verify.node import UNTOLD, Move, Node
from fazhi.procedure.view import View

LIMIT = 500_000


@dataclass
class Exploration:
    """What was found: nodes with the move that first led to each, all moves, and broken invariants."""

    edition: Edition
    nodes: dict[Key, Node] = field(default_factory=dict)
    origin: dict[Key, tuple[Key, Move]] = field(default_factory=dict)
    moves: dict[Key, list[tuple[Move, Key]]] = field(default_factory=dict)
    split: set[Key] = field(default_factory=set)
    """Nodes that only stand for the nodes they were split into."""
    complete: bool = True
    """Whether every node was visited; otherwise the limit was met."""
    broken: dict[int, Key] = field(default_factory=dict)
    """For the number of an invariant: the first node that meets what must never be."""

    def path(self, key: Key) -> tuple[Move, ...]:
        """The moves from the start to a node, fewest first."""
        steps: list[Move] = []
        while key in self.origin:
            key, move = self.origin[key]
            steps.append(move)
        return tuple(reversed(steps))

    @property
    def done(self) -> set[str]:
        """Acts that some history reaches."""
        return {move.act for found in self.moves.values() for move, _ in found if move.act}


class Unsettled(Exception):
    """A condition asks for a fact that an earlier act entered and nothing has read so far."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


def explore(edition: Edition, invariants: tuple[Invariant, ...] = (), limit: int = LIMIT) -> Exploration:
    """All reachable nodes, or as many as it took to break an invariant; at most ``limit``.

    With invariants, it is followed who acts, and repeatable acts that are matched in pairs happen up to
    twice: one, and more than one. Without, people are at hand for every act, and each is asked once.
    """
    return Explorer(replace(edition, invariants=invariants), limit, people=bool(invariants)).run()


class Explorer:
    """One search, breadth first, so that the first history to a node is among the shortest."""

    def __init__(self, edition: Edition, limit: int, *, people: bool) -> None:
        self.edition = edition
        self.limit = limit
        self.kept: Abstraction = abstraction(edition, people=people, many=2 if people else 1)
        self.found = Exploration(edition)
        self.groups = [(UNTOLD, cast(edition))]
        if self.kept.actors:
            self.groups = [(group, everyone(edition, group)) for group in (0, 1)]
        self.waiting: deque[Key] = deque()
        self.relevant = frozenset(self.kept.facts)

    def run(self) -> Exploration:
        self._reach(Node(State()), None)
        while self.waiting and not self.found.broken:
            self._visit(self.waiting.popleft())
        return self.found

    def _reach(self, node: Node, origin: tuple[Key, Move] | None) -> None:
        key = self.kept.key(node)
        if key not in self.found.nodes:
            self._add(key, node, origin)
        if origin and key in self.found.nodes:
            self.found.moves[origin[0]].append((origin[1], key))

    def _add(self, key: Key, node: Node, origin: tuple[Key, Move] | None) -> None:
        if len(self.found.nodes) >= self.limit:
            self.found.complete = False
            return
        self.found.nodes[key] = node
        self.found.moves[key] = []
        if origin:
            self.found.origin[key] = origin
        self.waiting.append(key)

    def _visit(self, key: Key) -> None:
        node = self.found.nodes[key]
        try:
            self._judge(key, node)
            steps = list(self._steps(node))
        except Unsettled as read:
            self._split(key, node, read.fact)
            return
        for move, after in steps:
            self._reach(after, (key, move))

    def _split(self, key: Key, node: Node, fact: str) -> None:
        self.found.split.add(key)
        for value in self.kept.domains[fact]:
            self._reach(node.settled(fact, value), (key, Move("", {}, refined=(fact, value))))

    def _judge(self, key: Key, node: Node) -> None:
        view = node.view(self.edition)
        for n, invariant in enumerate(self.edition.invariants):
            if n not in self.found.broken and self._met(invariant, view):
                self.found.broken[n] = key

    def _met(self, invariant: Invariant, view: View) -> bool:
        met = invariant.never.holds(view)
        if met is None:
            raise Unsettled(_first_unsettled(facts_read(invariant.never), view))
        return met

    def _steps(self, node: Node) -> Iterator[tuple[Move, Node]]:
        for act in self.edition.acts:
            if self._in_order(act, node.state):
                yield from self._done(act, node)
        if not node.state.outcome:
            for name in sorted(node.running):
                if self._runs_out(name, node):
                    yield Move("", {}, clock=name), node.ticked(name)

    def _runs_out(self, name: str, node: Node) -> bool:
        """Whether a running clock may run out: it applies to the case and nothing pauses it."""
        watch = self.kept.watched[name]
        applies = watch.when.holds(node.view(self.edition)) if watch.when else True
        if applies is None and watch.when:
            raise Unsettled(_first_unsettled(facts_read(watch.when), node.view(self.edition)))
        return bool(applies) and not watch.paused(node.state)

    def _in_order(self, act: Act, state: State) -> bool:
        """The order of a case as ``permitted`` sees it, within the bound on matched pairs."""
        times = state.done.get(act.id, 0)
        if act.starts == bool(state.done) or (state.outcome and not act.after_end):
            return False
        if act.at_most is not None and times >= act.at_most:
            return False
        return act.id not in self.kept.bounded or times < self.kept.many

    def _done(self, act: Act, node: Node) -> Iterator[tuple[Move, Node]]:
        coming: dict[str, Held] = dict.fromkeys((f for f in act.brings if f in self.relevant), ANY)
        for facts in self._lawful(act, node.view(self.edition), coming):
            for group, people_of in self.groups:
                if self._suitable(act, people_of[act.by], node.state):
                    who = frozenset(person.id for person in people_of[act.by])
                    yield Move(act.id, facts, group), node.after(act, facts, who, self.kept.watched)

    def _suitable(self, act: Act, persons: tuple[Person, ...], state: State) -> bool:
        """Whether the people may act; where nobody asks who acted, others can always be found."""
        return not self.kept.actors or not any(
            people.refusals(self.edition, self.edition.role[act.by], persons, state, date.min)
        )

    def _lawful(self, act: Act, view: View, facts: Mapping[str, Held]) -> Iterator[Mapping[str, Held]]:
        """The values of an act's facts for which every gate is open, split only where a gate asks."""
        entered = with_facts(view, facts)
        asked = _asked(act, entered)
        if asked is None:
            return
        if not asked:
            yield facts
            return
        if facts.get(asked) is not ANY:
            raise Unsettled(asked)
        rest = {name: value for name, value in facts.items() if name != asked}
        for value in self.kept.domains[asked]:
            yield from self._lawful(act, view, rest if value is None else {**facts, asked: value})


def _asked(act: Act, view: View) -> str | None:
    """The fact that some gate must know first; empty where all are open, ``None`` where one is closed."""
    asked = ""
    for gate in act.requires:
        if not gate.blocks:
            continue
        free = gate.open(view)
        if free is False:
            return None
        if free is None:
            asked = asked or _first_unsettled(gate.facts, view)
    if not asked and act.ends_by and view.fact(act.ends_by) is ANY:
        return act.ends_by
    return asked


def _first_unsettled(facts: tuple[str, ...], view: View) -> str:
    """The first fact without a value; empty where the gate hangs on something outside the slice."""
    return next((fact for fact in facts if view.fact(fact) is ANY), "")
