"""All that is settled before the draw: once committed to, nothing of it can be changed unseen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from fazhi.draw import beacon, candidate, fields, officer, quota, share, team
from fazhi.draw.beacon import Beacon
from fazhi.draw.candidate import Candidate
from fazhi.draw.fields import Fields
from fazhi.draw.officer import Officer
from fazhi.draw.quota import Quota
from fazhi.draw.share import Commitment
from fazhi.draw.team import Team
from fazhi.fault import Fault
from fazhi.ledger.canonical import Json
from fazhi.ledger.digest import Algorithm

NEEDED = {"draw", "date", "candidates", "quotas", "shares"}
OPTIONAL = {"hash", "rule", "officers", "teams", "beacon"}
Choice = TypeVar("Choice", bound=StrEnum)


class Rule(StrEnum):
    """How a group is drawn from: each with the same chance, or with a chance in proportion to weight."""

    EQUAL = "equal"
    WEIGHTED = "weighted"


@dataclass(frozen=True)
class Plan:
    """A draw's number, the ISO day its commitment is published, and everything that decides its result.

    Lists stand in canonical order (by id, name or task), whatever order they were given in.
    """

    draw: str
    date: str
    candidates: tuple[Candidate, ...]
    quotas: tuple[Quota, ...]
    commitments: tuple[Commitment, ...]
    officers: tuple[Officer, ...] = ()
    teams: tuple[Team, ...] = ()
    beacon: Beacon | None = None
    rule: Rule = Rule.EQUAL
    algorithm: Algorithm = Algorithm.SHA256

    def __post_init__(self) -> None:
        candidates = sorted(self.candidates, key=lambda c: c.id)
        quotas = sorted(self.quotas, key=lambda q: (q.task, q.stratum))
        commitments = sorted(self.commitments, key=lambda c: c.party)
        officers = sorted(self.officers, key=lambda o: o.id)
        teams = sorted(self.teams, key=lambda t: t.task)
        object.__setattr__(self, "candidates", tuple(candidates))
        object.__setattr__(self, "quotas", tuple(quotas))
        object.__setattr__(self, "commitments", tuple(commitments))
        object.__setattr__(self, "officers", tuple(officers))
        object.__setattr__(self, "teams", tuple(teams))

    def members(self) -> dict[Quota, list[Candidate]]:
        """Those who can be drawn under each quota, in the order of their ids."""
        found: dict[Quota, list[Candidate]] = {q: [] for q in self.quotas}
        quotas = self.by_stratum()
        for each in self.candidates:
            for under in () if each.excluded else quotas.get(each.stratum, ()):
                if under.covers(each):
                    found[under].append(each)
        return found

    def by_stratum(self) -> dict[str, list[Quota]]:
        """The quotas of each stratum, one for each task."""
        found: dict[str, list[Quota]] = {}
        for each in self.quotas:
            found.setdefault(each.stratum, []).append(each)
        return found


def from_dict(value: Json) -> Plan:
    """The plan that JSON gives, ratios turned into numbers; ``Fault`` with the place of what is wrong."""
    given = fields.read(value, "抽取方案", NEEDED, OPTIONAL)
    quotas = [quota.from_dict(*each) for each in given.rows("quotas", "名额")]
    plan = Plan(
        draw=given.text("draw"),
        date=beacon.day(given.text("date"), "抽取方案"),
        candidates=tuple(candidate.from_dict(*each) for each in given.rows("candidates", "候选")),
        quotas=tuple(each for each, _ in quotas),
        commitments=tuple(share.promise(*each) for each in given.rows("shares", "承诺")),
        officers=tuple(officer.from_dict(*each) for each in given.rows("officers", "人员")),
        teams=tuple(team.from_dict(*each) for each in given.rows("teams", "派员要求")),
        beacon=_beacon(given.value),
        rule=_one_of(Rule, given, "rule", "equal"),
        algorithm=_one_of(Algorithm, given, "hash", "sha256"),
    )
    return _numbered(plan, {q: r for q, r in quotas if r})


def _numbered(plan: Plan, ratios: Mapping[Quota, quota.Ratio]) -> Plan:
    """The plan with each ratio taken of those who can be drawn under its quota."""
    if not ratios:
        return plan
    sizes = {under: len(those) for under, those in plan.members().items()}
    counted = [replace(q, number=ratios[q].of(sizes[q])) if q in ratios else q for q in plan.quotas]
    return replace(plan, quotas=tuple(counted))


def _beacon(value: Mapping[str, Json]) -> Beacon | None:
    found = value.get("beacon")
    return None if found is None else beacon.from_dict(found)


def _one_of(kind: type[Choice], given: Fields, key: str, default: str) -> Choice:
    text = given.text(key, default)
    if text not in list(kind):
        raise Fault("draw.E009", f"{key} 不能是 {text[:40]}", f"可用的是 {'、'.join(kind)}")
    return kind(text)
