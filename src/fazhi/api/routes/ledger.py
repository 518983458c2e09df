"""What the ledger promised to everybody, for machines: checkpoints, and proofs from one to a later one."""

import base64
from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja.params.functions import Query

from fazhi.api.bearer import open_to_all
from fazhi.api.routes.law import TOLD
from fazhi.cases import published
from fazhi.cases.merkle import Nodes
from fazhi.cases.models import Checkpoint
from fazhi.fault import Fault

router = Router()
MOST, DAY = 1_000, 40
Told = dict[str, Any]


@router.get("/ledger/checkpoints", summary="存证点", **open_to_all(published.PROMISE, responses=TOLD))
def checkpoints(
    request: HttpRequest,  # noqa: ARG001
    before: date | None = Query(None, description="只要这一日以前的，2026-03-02"),
) -> Told:
    """已公布的存证点，新的在前，至多 1000 个；更早的用 before 取。note 是签名原文。"""
    rows = Checkpoint.objects.filter(day__lt=before) if before else Checkpoint.objects.all()
    found = [_described(row) | {"note": row.note} for row in rows[:MOST]]
    return {"count": Checkpoint.objects.count(), "checkpoints": found}


@router.get(
    "/ledger/consistency", summary="存证点的一致性证明", **open_to_all(published.PROMISE, responses=TOLD)
)
def consistency(
    request: HttpRequest,  # noqa: ARG001
    since: str = Query("", alias="from", max_length=DAY, description="较早的一日，2026-03-02"),
    until: str = Query("", alias="to", max_length=DAY, description="较晚的一日"),
) -> Told:
    """台账在 to 一日包含 from 一日全部内容的证明（RFC 6962）。"""
    old, new = published.on(since), published.on(until)
    if old.day > new.day:
        raise Fault("cases.E068", f"{old.day} 在 {new.day} 之后", "from 请填较早的一日")
    path = Nodes().consistency(old.size, new.size)
    hashes = [base64.b64encode(each).decode() for each in path]
    return {"from": _described(old), "to": _described(new), "path": hashes}


def _described(row: Checkpoint) -> Told:
    return {"day": row.day.isoformat(), "size": row.size, "root": row.root}
