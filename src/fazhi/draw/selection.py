"""Whom the lot takes, and for everybody else the number and the place that say why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from fazhi.draw import ticket, wheel
from fazhi.draw.candidate import Candidate
from fazhi.draw.plan import Plan, Rule
from fazhi.draw.quota import Quota
from fazhi.draw.ticket import Lot
from fazhi.ledger.canonical import Json


class Outcome(StrEnum):
    """What the lot gave a candidate under a quota."""

    SELECTED = "selected"
    SUBSTITUTE = "substitute"
    PASSED = "passed"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Result:
    """One candidate under one quota.

    ``ticket`` is in hexadecimal; ``place`` is the ticket's place in the group from 1, smallest first, and
    ``rank`` the order among those selected or among the substitutes; ``chance`` is what it was before the
    draw, as a fraction not reduced. An excluded candidate has place, rank and chance 0, and its reason.
    """

    id: str
    task: str
    stratum: str
    ticket: str
    outcome: Outcome
    place: int = 0
    rank: int = 0
    chance: tuple[int, int] = (0, 1)
    reason: str = ""

    def as_dict(self) -> dict[str, Json]:
        """The result as it is published."""
        return {
            "chance": f"{self.chance[0]}/{self.chance[1]}",
            "id": self.id,
            "outcome": self.outcome.value,
            "place": self.place,
            "rank": self.rank,
            "reason": self.reason,
            "stratum": self.stratum,
            "task": self.task,
            "ticket": self.ticket,
        }


def select(plan: Plan, cast: Lot) -> list[Result]:
    """The results of a sound plan: under each quota by place of the ticket, then the excluded by id."""
    tickets = {c.id: ticket.ticket(cast, c.id) for c in plan.candidates}
    found: list[Result] = []
    for under, those in plan.members().items():
        ordered = sorted(those, key=lambda c: (tickets[c.id], c.id))
        found += _group(plan.rule, under, ordered, tickets, cast)
    return found + [
        Result(c.id, q.task, q.stratum, tickets[c.id].hex(), Outcome.EXCLUDED, reason=c.excluded)
        for c in plan.candidates
        if c.excluded
        for q in plan.quotas
        if q.covers(c)
    ]


def _group(
    rule: Rule, under: Quota, ordered: Sequence[Candidate], tickets: dict[str, bytes], cast: Lot
) -> list[Result]:
    """The results under one quota, those who can be drawn standing in the order of their tickets."""
    selected = _choose(rule, under, ordered, range(len(ordered)), Outcome.SELECTED, cast)
    taken = set(selected)
    rest = [i for i in range(len(ordered)) if i not in taken]
    substitutes = _choose(rule, under, ordered, rest, Outcome.SUBSTITUTE, cast)
    given = {i: (Outcome.SELECTED, n) for n, i in enumerate(selected, 1)}
    given |= {i: (Outcome.SUBSTITUTE, n) for n, i in enumerate(substitutes, 1)}
    chances = _chances(rule, under, ordered)
    found = []
    for i, (each, chance) in enumerate(zip(ordered, chances, strict=True)):
        outcome, rank = given.get(i, (Outcome.PASSED, 0))
        drawn = tickets[each.id].hex()
        found.append(Result(each.id, under.task, under.stratum, drawn, outcome, i + 1, rank, chance))
    return found


def _choose(
    rule: Rule, under: Quota, ordered: Sequence[Candidate], among: Sequence[int], purpose: Outcome, cast: Lot
) -> list[int]:
    """The places selected, or held ready, among those still to be had: the first, or those on the wheel."""
    number = under.number if purpose is Outcome.SELECTED else under.substitutes
    if rule is Rule.EQUAL:
        return list(among[:number])
    name = f"{under.task}\0{under.stratum}\0{purpose}"
    weights = [ordered[i].weight for i in among]
    return [among[i] for i in wheel.spin(weights, number, lambda total: ticket.below(cast, name, total))]


def _chances(rule: Rule, under: Quota, ordered: Sequence[Candidate]) -> list[tuple[int, int]]:
    if rule is Rule.EQUAL:
        return [(under.number, len(ordered))] * len(ordered)
    return wheel.chances([each.weight for each in ordered], under.number)
