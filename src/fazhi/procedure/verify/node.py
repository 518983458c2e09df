"""A point that a history can reach: a state of the case, and how its clocks stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from fazhi.procedure.act import Act
from fazhi.procedure.condition import Condition
from fazhi.procedure.edition import Edition
from fazhi.procedure.state import State
from fazhi.procedure.value import Held
from fazhi.procedure.view import View

Group = int
"""Which of two sets of people acts: enough to tell whether two acts may be done by the same."""
UNTOLD: Group = -1
"""Nobody asks who acted: everybody acts in one role only."""


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a history: an act with its facts by a group, or (without ``act``) a clock that runs out."""

    act: str
    facts: Mapping[str, Held]
    group: Group = 0
    clock: str = ""
    refined: tuple[str, Held | None] | None = None
    """A fact entered earlier, now looked at for the first time and found to be this."""


@dataclass(frozen=True, slots=True)
class Node:
    """A state with the watched clocks that run and those that ran out."""

    state: State
    running: frozenset[str] = frozenset()
    expired: frozenset[str] = frozenset()

    def view(self, edition: Edition) -> View:
        """What conditions see here."""
        return View(self.state, self.expired.__contains__, edition.deemed)

    def ticked(self, clock: str) -> Node:
        """The node once a clock has run out."""
        return Node(self.state, self.running - {clock}, self.expired | {clock})

    def settled(self, fact: str, value: Held | None) -> Node:
        """The node for those histories in which an unread fact is this (``None``: was not entered)."""
        facts = {name: held for name, held in self.state.facts.items() if name != fact}
        if value is not None:
            facts[fact] = value
        return Node(replace(self.state, facts=facts), self.running, self.expired)

    def after(
        self, act: Act, facts: Mapping[str, Held], people: frozenset[str], watched: Mapping[str, Watch]
    ) -> Node:
        """The node once an act has happened."""
        state = self.state.after(act, facts, people)
        started = {name for name, clock in watched.items() if act.id in clock.starts}
        stopped = {name for name, clock in watched.items() if clock.stopped(act, state)}
        return Node(state, (self.running - stopped) | started, self.expired - started)


@dataclass(frozen=True, slots=True)
class Watch:
    """A clock that some condition asks about, with the acts that start, stop and pause it."""

    starts: frozenset[str]
    stops: frozenset[str]
    pauses: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    when: Condition | None
    """In which cases it runs at all."""
    for_each: bool = False
    """Whether it runs until everybody who was given the time has answered."""

    def stopped(self, act: Act, state: State) -> bool:
        """Whether an act that led to a state stops it."""
        return act.id in self.stops and not (self.for_each and _more(state, self.starts, self.stops))

    def paused(self, state: State) -> bool:
        """Whether something asked is not answered."""
        return any(_more(state, since, until) for since, until in self.pauses)


def _more(state: State, asked: Collection[str], answered: Collection[str]) -> bool:
    """Whether more was asked than answered."""
    return sum(state.done.get(a, 0) for a in asked) > sum(state.done.get(a, 0) for a in answered)
