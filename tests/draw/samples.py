"""Small draws for tests: fixed secrets and days, so that every run is the same."""

from fazhi.draw import plan as plans
from fazhi.draw.plan import Plan
from fazhi.draw.record import Record, draw
from fazhi.draw.share import Share
from fazhi.ledger.canonical import Json
from fazhi.ledger.digest import Algorithm

PARTIES = ("演示区市场监管局", "演示区司法局")
OFFICERS = [
    {"id": "演示·执法甲"},
    {"id": "演示·执法乙", "recused": [{"object": "A03", "reason": "近亲属任职"}]},
    {"id": "演示·执法丙", "tasks": ["食品"]},
    {"id": "演示·执法丁"},
    {"id": "演示·执法戊", "excluded": "休假"},
    {"id": "演示·执法己"},
]


def shares(algorithm: str = "sha256", *, number: str = "演示-1", salt: int = 0) -> list[Share]:
    """Both parties' shares of a draw."""
    return [Share(number, party, f"{salt * 2 + i:064x}") for i, party in enumerate(PARTIES)]


def promises(algorithm: str, salt: int) -> list[Json]:
    return [s.commitment(Algorithm(algorithm)).as_dict() for s in shares(algorithm, salt=salt)]


def plan(salt: int = 0, **changed: Json) -> dict[str, Json]:
    """The JSON of a plan of 20 in two grades for two tasks, with officers; other fields as asked."""
    candidates: list[Json] = [{"id": f"A{n:02}", "stratum": "A"} for n in range(1, 13)]
    candidates += [{"id": f"D{n:02}", "stratum": "D", "tasks": ["食品"]} for n in range(1, 8)]
    candidates += [{"id": "D08", "stratum": "D", "excluded": "三个月内已查"}]
    given: dict[str, Json] = {
        "draw": "演示-1",
        "date": "2026-12-01",
        "candidates": candidates,
        "quotas": [
            {"task": "食品", "stratum": "A", "number": 3, "substitutes": 2},
            {"task": "消防", "stratum": "A", "number": 2, "substitutes": 1},
            {"task": "食品", "stratum": "D", "number": 4, "substitutes": 1},
        ],
        "shares": promises(str(changed.get("hash", "sha256")), salt),
        "officers": OFFICERS,
        "teams": [{"task": "食品", "size": 2, "substitutes": 1}, {"task": "消防", "size": 2}],
    }
    return given | changed


def simple(size: int, number: int, salt: int = 0, substitutes: int = 0, **changed: Json) -> Plan:
    """A plan of one group, numbered from 0; ``weights`` make the draw a weighted one."""
    weights = changed.pop("weights", None)
    rows: list[dict[str, Json]] = [{"id": f"{n:04}", "stratum": "一般"} for n in range(size)]
    if isinstance(weights, list):
        rows = [row | {"weight": w} for row, w in zip(rows, weights, strict=True)]
    given = {
        "draw": "演示-1",
        "date": "2026-12-01",
        "candidates": rows,
        "quotas": [{"stratum": "一般", "number": number, "substitutes": substitutes}],
        "shares": promises("sha256", salt),
        "rule": "weighted" if weights else "equal",
    }
    return plans.from_dict(given | changed)


def drawn(given: Plan, salt: int = 0) -> Record:
    """The plan drawn under both parties' shares."""
    return draw(given, shares(salt=salt))
