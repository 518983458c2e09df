"""The second lot of the two: which officers go to which object (随机选派执法检查人员)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fazhi.draw import ticket
from fazhi.draw.officer import Officer
from fazhi.draw.plan import Plan
from fazhi.draw.selection import Outcome, Result
from fazhi.draw.team import Team
from fazhi.draw.ticket import Lot
from fazhi.ledger.canonical import Json


@dataclass(frozen=True, slots=True)
class Assignment:
    """The officers for one object and task, those who step in for them in order, and who had to withdraw."""

    object: str
    task: str
    outcome: Outcome
    officers: tuple[str, ...]
    substitutes: tuple[str, ...]
    recused: tuple[tuple[str, str], ...]

    def as_dict(self) -> dict[str, Json]:
        """The assignment as it is published."""
        return {
            "object": self.object,
            "officers": list(self.officers),
            "outcome": self.outcome.value,
            "recused": [{"officer": who, "reason": why} for who, why in self.recused],
            "substitutes": list(self.substitutes),
            "task": self.task,
        }


def assign(plan: Plan, results: Sequence[Result], cast: Lot) -> list[Assignment]:
    """Officers for all that were selected, in the order of their tickets, then for the substitutes.

    Those with the fewest objects so far come first, among them the smaller ticket: work is spread evenly,
    and no officer is ever at a limit when an object needs one. A task without a team gets nobody.
    """
    load: Counter[str] = Counter()
    teams = {each.task: each for each in plan.teams}
    serving = {task: [o for o in plan.officers if o.serves(task)] for task in teams}
    return [_send(teams[r.task], r, serving[r.task], load, cast) for r in _visits(results) if r.task in teams]


def _visits(results: Sequence[Result]) -> list[Result]:
    """What may have to be visited: the selected by ticket, then the substitutes by ticket."""
    visits = [r for r in results if r.outcome in (Outcome.SELECTED, Outcome.SUBSTITUTE)]
    return sorted(visits, key=lambda r: (r.outcome, r.ticket, r.id, r.task))


def _send(team: Team, visit: Result, serving: list[Officer], load: Counter[str], cast: Lot) -> Assignment:
    free = [o.id for o in serving if visit.id not in o.recused]
    free.sort(key=lambda o: (load[o], ticket.officer(cast, team.task, visit.id, o), o))
    sent, ready = free[: team.size], free[team.size : team.size + team.substitutes]
    load.update(sent)
    recused = tuple((o.id, o.recused[visit.id]) for o in serving if visit.id in o.recused)
    return Assignment(visit.id, team.task, visit.outcome, tuple(sent), tuple(ready), recused)
