"""An invariant proven for every history, or one history that breaks it.

The proof starts from a slice that shows only what the invariant asks about. A slice allows at least what the
edition allows: if nothing breaks there, nothing can. If something does, it is played with the whole edition;
where that refuses a step, the slice is widened by what the refusing gate looks at, and searched anew.
"""

from dataclasses import dataclass
from datetime import date

from fazhi.law.calendar import Calendar
from fazhi.procedure.edition import Edition
from fazhi.procedure.gate import Gate
from fazhi.procedure.invariant import Invariant
from fazhi.procedure.variables import Variables, of
from fazhi.procedure.verify.exploration import explore
from fazhi.procedure.verify.slicing import sliced
from fazhi.procedure.verify.timeline import Timeline, dated

ALWAYS = Variables()


@dataclass(frozen=True)
class Proof:
    """What was found about one invariant."""

    invariant: Invariant
    holds: bool
    nodes: int
    """How many states the deciding search visited."""
    timeline: Timeline | None = None
    """A history that breaks it, as far as the edition allows to play it."""
    complete: bool = True
    """Whether the search saw everything; if not, ``holds`` is only not refuted."""


def proof(edition: Edition, invariant: Invariant, calendar: Calendar, start: date) -> Proof:
    """Prove an invariant or find the history that breaks it, beginning on a day."""
    seen = of(invariant.never)
    while True:
        found = explore(sliced(edition, seen), (invariant,))
        if not found.broken:
            return Proof(invariant, found.complete, len(found.nodes), complete=found.complete)
        timeline = dated(edition, found.path(next(iter(found.broken.values()))), calendar, start)
        wider = _wider(edition, seen, timeline)
        if wider == seen:
            return Proof(invariant, False, len(found.nodes), timeline, found.complete)
        seen = wider


def _wider(edition: Edition, seen: Variables, timeline: Timeline) -> Variables:
    """The variables with those of the gates that refused to play the history; the same where none did."""
    if not timeline.refused:
        return seen
    act = edition.act[timeline.act]
    because = {reason.because for reason in timeline.refused}
    refusing = [gate for gate in act.requires if gate.blocks and _words(edition, gate, act.title) in because]
    wider = seen | Variables(acts=frozenset({act.id}))
    for gate in refusing or [gate for gate in act.requires if gate.blocks]:
        wider |= of(gate.that) | (of(gate.when) if gate.when else ALWAYS)
    return wider | Variables(ended=wider.ended or any(r.code == "procedure.E002" for r in timeline.refused))


def _words(edition: Edition, gate: Gate, title: str) -> str:
    return gate.because or f"{title}以前须{gate.that.text(edition.words)}"
