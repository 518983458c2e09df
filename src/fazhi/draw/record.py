"""The draw as it is published afterwards: with it alone, anybody repeats the draw and compares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fazhi.draw import fields, share, statement, ticket
from fazhi.draw import plan as plans
from fazhi.draw.assignment import Assignment, assign
from fazhi.draw.plan import Plan
from fazhi.draw.seed import seed, withheld
from fazhi.draw.selection import Outcome, Result, select
from fazhi.draw.share import Share
from fazhi.fault import Fault
from fazhi.ledger.canonical import Json

FIELDS = {
    "statement", "commitment", "candidates", "officers", "shares", "withheld", "beacon", "seed",
    "results", "assignments",
}  # fmt: skip
STATED = {"beacon", "date", "draw", "hash", "quotas", "rule", "teams"}


@dataclass(frozen=True)
class Record:
    """A plan, the shares that were opened, the beacon's value, and what follows from them."""

    plan: Plan
    statement: dict[str, Json]
    commitment: str
    shares: tuple[Share, ...]
    value: str | None
    seed: bytes
    results: tuple[Result, ...]
    assignments: tuple[Assignment, ...]

    def named(self, outcome: Outcome) -> list[Result]:
        """The results of one kind."""
        return [each for each in self.results if each.outcome is outcome]

    def as_dict(self) -> dict[str, Json]:
        """The record as it is published."""
        return {
            "assignments": [each.as_dict() for each in self.assignments],
            "beacon": self.value,
            "candidates": [each.as_dict() for each in self.plan.candidates],
            "commitment": self.commitment,
            "officers": [each.as_dict() for each in self.plan.officers],
            "results": [each.as_dict() for each in self.results],
            "seed": self.seed.hex(),
            "shares": [each.as_dict() for each in self.shares],
            "statement": self.statement,
            "withheld": list(withheld(self.plan, self.shares)),
        }


def draw(plan: Plan, shares: Sequence[Share], value: str | None = None) -> Record:
    """The one result of a plan under opened shares and the beacon's value; ``Fault`` if they do not fit."""
    stated = statement.of(plan)
    commitment = statement.commitment(stated, plan.algorithm)
    opened = tuple(sorted(shares, key=lambda s: s.party))
    found = seed(plan, commitment, opened, value)
    cast = ticket.lot(plan.algorithm, found)
    results = select(plan, cast)
    assignments = tuple(assign(plan, results, cast))
    return Record(plan, stated, commitment, opened, value, found, tuple(results), assignments)


def verify(value: Json) -> Record:
    """The record that JSON gives, drawn anew and found to be the same; ``Fault`` where it is not.

    That the statement was published before the draw is for the reader to compare: it is not in the record.
    """
    given = fields.read(value, "抽取记录", FIELDS)
    plan = _plan(given.value)
    shares = [share.from_dict(*each) for each in given.rows("shares", "秘密")]
    beacon = given.value["beacon"]
    record = draw(plan, shares, beacon if beacon is None else given.text("beacon"))
    _same(given.value["statement"], record.statement)
    _examine(given.value, record.as_dict())
    return record


def _plan(given: Mapping[str, Json]) -> Plan:
    """The plan out of what the statement says and the lists beside it."""
    stated = fields.read(given["statement"], "承诺", STATED | {"lists", "shares", "format"})
    if stated.value["format"] != statement.FORMAT:
        raise Fault("draw.E040", "不是本软件认识的格式", f"本软件核验 {statement.FORMAT}，请更新软件")
    settled = {key: stated.value[key] for key in STATED | {"shares"}}
    return plans.from_dict({**settled, "candidates": given["candidates"], "officers": given["officers"]})


def _same(given: Json, found: dict[str, Json]) -> None:
    """Whether lists and statement belong together."""
    if given != found:
        wrong = "名单或规则与公布的承诺不符"
        raise Fault("draw.E041", wrong, "名单在公布承诺后被改动过，或承诺被改过，请申请核查")


def _examine(given: Mapping[str, Json], found: dict[str, Json]) -> None:
    """Whether everything published is what the draw gives; the first row that is not is named."""
    for key in ("commitment", "seed", "withheld", "candidates", "officers", "shares"):
        if given[key] != found[key]:
            raise Fault("draw.E042", f"公布的 {key} 与重新计算的不同", "记录被改过或写法不规范，请申请核查")
    for key in ("results", "assignments"):
        row = _first_other(given[key], found[key])
        if row:
            wrong = f"公布的 {key} 第 {row} 行与重新抽取的不同"
            raise Fault("draw.E043", wrong, "公布的结果不是这次抽取得出的，请申请核查")


def _first_other(given: Json, found: Json) -> int:
    """The number of the first row that differs, from 1; 0 where none does."""
    if not isinstance(given, list) or not isinstance(found, list):
        return 1
    pairs = zip(given, found, strict=False)
    short = min(len(given), len(found)) + 1
    other = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), short)
    return 0 if other == short and len(given) == len(found) else other
