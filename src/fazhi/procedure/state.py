"""What a case has come to: the fold of its records, and nothing that somebody typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fazhi.procedure.value import Held

if TYPE_CHECKING:
    from fazhi.procedure.act import Act


@dataclass(frozen=True, slots=True)
class State:
    """Acts done since they were last reopened, facts on record, who acted, who is barred, how it ended."""

    done: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, Held] = field(default_factory=dict)
    actors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    barred: frozenset[str] = frozenset()
    outcome: str = ""
    earlier: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For an inner case: by role who acted in the outer one before."""

    def after(self, act: Act, facts: Mapping[str, Held], persons: Iterable[str]) -> State:
        """The state once an act has happened: this one is left as it is."""
        done = {**self.done, act.id: self.done.get(act.id, 0) + 1}
        for reopened in act.reopens:
            done.pop(reopened, None)
        held = {**self.facts, **facts} if facts or act.clears else self.facts
        for cleared in act.clears:
            held.pop(cleared, None)  # type: ignore[attr-defined]
        who = frozenset(persons)
        actors = {**self.actors, act.id: who | self.actors.get(act.id, frozenset())}
        barred = self.barred | {str(facts[act.bars])} if act.bars in facts else self.barred
        return State(done, held, actors, barred, act.outcome(held) or self.outcome, self.earlier)
