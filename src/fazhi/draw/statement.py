"""What is published before the draw: enough to hold its maker to it, nothing that gives the result away."""

import json
from collections.abc import Sequence
from typing import Protocol

from fazhi.draw.examination import examine
from fazhi.draw.plan import Plan
from fazhi.ledger import canonical, digest
from fazhi.ledger.canonical import Json
from fazhi.ledger.digest import Algorithm

FORMAT = "fazhi-draw-1"
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class Row(Protocol):
    """One row of a list that is committed to."""

    def as_dict(self) -> dict[str, Json]: ...


def of(plan: Plan) -> dict[str, Json]:
    """The statement over a plan that was found sound; ``Fault`` otherwise.

    Lists are given by their number of rows and digest alone, so that nobody is warned of an inspection.
    """
    examine(plan)
    return {
        "beacon": plan.beacon.as_dict() if plan.beacon else None,
        "date": plan.date,
        "draw": plan.draw,
        "format": FORMAT,
        "hash": plan.algorithm.value,
        "lists": {
            "candidates": _list(plan.candidates, plan.algorithm),
            "officers": _list(plan.officers, plan.algorithm),
        },
        "quotas": [each.as_dict() for each in plan.quotas],
        "rule": plan.rule.value,
        "shares": [each.as_dict() for each in plan.commitments],
        "teams": [each.as_dict() for each in plan.teams],
    }


def commitment(statement: dict[str, Json], algorithm: Algorithm) -> str:
    """The one line that stands for the whole: the digest of the statement's canonical bytes."""
    return digest.write(algorithm, digest.hasher(algorithm)(canonical.encode(statement)))


def _list(rows: Sequence[Row], algorithm: Algorithm) -> dict[str, Json]:
    raw = digest.hasher(algorithm)(list_bytes(rows))
    return {"count": len(rows), "digest": digest.write(algorithm, raw)}


def list_bytes(rows: Sequence[Row]) -> bytes:
    """The canonical JSON of a list whose rows hold printable texts and small whole numbers under ASCII keys.

    For those Python's own writer gives the bytes that ``canonical.encode`` would, several times as fast.
    """
    return _WRITER.encode([each.as_dict() for each in rows]).encode()
