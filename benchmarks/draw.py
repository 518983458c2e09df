"""How fast a million objects are drawn so that anybody can check it: random.sample and numpy as peers.

The peers only pick; they commit to nothing and their pick cannot be repeated by another library or version.
Where the real inspection data are at hand (FAZHI_SHARED or ../shared, with pyarrow), establishments are drawn
by risk class and the share of critical violations among the drawn is shown beside the published ratios.
"""

import importlib
import importlib.util
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

from fazhi.draw import record, statement
from fazhi.draw.candidate import Candidate
from fazhi.draw.plan import Plan, Rule
from fazhi.draw.quota import Quota
from fazhi.draw.selection import Outcome, select
from fazhi.draw.share import Share
from fazhi.draw.ticket import lot
from fazhi.ledger.digest import Algorithm

OBJECTS = 1_000_000
NUMBER = 30_000
ROUNDS = 3
SHARES = tuple(Share("benchmark", party, f"{n:064x}") for n, party in enumerate(("甲方", "乙方")))
SHARED = Path(os.environ.get("FAZHI_SHARED") or Path(__file__).parents[2] / "shared")
REAL = SHARED / "inspection" / "train.parquet"
RATIOS = {"1": (20, 100), "2": (10, 100), "3": (5, 100)}
"""An invented table for the look at real data: class 1 is the City's highest risk."""


def plan(rule: Rule, algorithm: Algorithm = Algorithm.SHA256, size: int = OBJECTS) -> Plan:
    weights = (1, 1, 1, 2, 4) if rule is Rule.WEIGHTED else (1,)
    rows = tuple(Candidate(f"91120102{n:010}", "一般", weights[n % len(weights)]) for n in range(size))
    return of(rows, (Quota("", "一般", size * NUMBER // OBJECTS),), rule, algorithm)


def of(rows: tuple[Candidate, ...], quotas: tuple[Quota, ...], rule: Rule, algorithm: Algorithm) -> Plan:
    promises = tuple(each.commitment(algorithm) for each in SHARES)
    return Plan("benchmark", "2026-12-01", rows, quotas, promises, rule=rule, algorithm=algorithm)


def seconds(task: Callable[[], object]) -> float:
    """The best of some rounds, because the machine is shared."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        task()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def peers(size: int = OBJECTS, number: int = NUMBER) -> dict[str, float]:
    """Seconds to pick as many with the usual generators, which give no proof."""
    rows = range(size)
    found = {"random.sample": seconds(lambda: random.Random(1).sample(rows, number))}
    found["random.shuffle"] = seconds(lambda: random.Random(1).shuffle(list(rows)))
    if importlib.util.find_spec("numpy"):
        numpy = importlib.import_module("numpy")
        chosen = numpy.random.default_rng(1)
        found["numpy choice"] = seconds(lambda: chosen.choice(size, number, replace=False))
    return found


def million() -> None:
    """Commit, select and draw a million objects, with each rule and digest."""
    given = plan(Rule.EQUAL)
    print(f"draw: commit to {OBJECTS:,} objects {seconds(lambda: statement.of(given)):.1f} s")
    cast = lot(Algorithm.SHA256, bytes(32))
    equal = seconds(lambda: select(given, cast))
    weighted = plan(Rule.WEIGHTED)
    heavy = seconds(lambda: select(weighted, cast))
    print(f"draw: select {NUMBER:,} and explain all: equal {equal:.1f} s, weighted {heavy:.1f} s")
    tickets = seconds(lambda: [cast(f"ticket\0{each.id}") for each in given.candidates])
    print(f"draw: tickets alone {OBJECTS / tickets:,.0f}/s")
    print(f"draw: whole, commitment to result {seconds(lambda: record.draw(given, SHARES)):.1f} s")
    for name, peer in peers().items():
        print(
            f"draw: {name} {peer:.3f} s; "
            f"select takes {equal / peer:,.1f}x as long, tickets alone {tickets / peer:,.1f}x"
        )


def real() -> None:
    """Draw establishments, each with one of its visits, by class many times: quotas and hit rates."""
    if not REAL.exists() or not importlib.util.find_spec("pyarrow"):
        print("draw: real inspection data or pyarrow not at hand")
        return
    table = importlib.import_module("pyarrow.parquet").read_table(REAL, columns=["est_id", "risk_class", "y"])
    visits = {r["est_id"]: r for r in table.to_pylist() if r["risk_class"] is not None}
    rows = tuple(Candidate(each, str(int(r["risk_class"]))) for each, r in visits.items())
    sizes = {name: sum(c.stratum == name for c in rows) for name in RATIOS}
    quotas = tuple(Quota("", s, -(-sizes[s] * part // whole)) for s, (part, whole) in RATIOS.items())
    given = of(tuple(c for c in rows if c.stratum in RATIOS), quotas, Rule.EQUAL, Algorithm.SHA256)
    hits: dict[str, list[int]] = {name: [] for name in RATIOS}
    for n in range(20):
        for result in select(given, lot(Algorithm.SHA256, n.to_bytes(32, "big"))):
            if result.outcome is Outcome.SELECTED:
                hits[result.stratum].append(visits[result.id]["y"])
    for quota in quotas:
        name, found = quota.stratum, hits[quota.stratum]
        those = [visits[c.id]["y"] for c in given.candidates if c.stratum == name]
        print(
            f"draw: real data, class {name}: {quota.number} of {sizes[name]} in each of 20 draws, "
            f"critical among the drawn {sum(found) / len(found):.1%}, among all {sum(those) / len(those):.1%}"
        )


def main() -> None:
    """Print the seconds for a million objects, their ratios to the peers', and the look at real data."""
    million()
    real()


if __name__ == "__main__":
    main()
