"""The hearings that were announced, for whoever lists them elsewhere."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from fazhi.api.bearer import open_to_all
from fazhi.api.routes.law import TOLD
from fazhi.chapters.decisions.hearing import standing
from fazhi.chapters.decisions.hearing.models import Hearing
from fazhi.chapters.decisions.hearing.phase import Phase

router = Router()
MOST = 200


@router.get(
    "/hearings",
    summary="重大行政决策听证会",
    **open_to_all("a hearing is announced to everybody", responses=TOLD),
)
def hearings(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """报名截止之日最晚的 200 个；accepts 是今天是否还能报名，commitment 是抽取之前公布的承诺。"""
    rows = Hearing.objects.select_related("case__organ").prefetch_related("seats")[:MOST]
    found = [_line(row) for row in rows]
    return {"count": len(found), "hearings": found}


def _line(row: Hearing) -> dict[str, Any]:
    now = standing.read(row)
    phase = now.phase(timezone.localdate())
    return {
        "id": row.pk,
        "title": row.title,
        "organ": row.case.organ.name,
        "since": row.opened_on,
        "until": row.until,
        "held_at": row.held_at,
        "place": row.place,
        "seats": [{"group": one.group, "number": one.number} for one in row.seats.all()],
        "registered": len(now.lines),
        "phase": phase.value,
        "accepts": phase is Phase.REGISTERING,
        "commitment": row.committed.line if hasattr(row, "committed") else None,
        "record": f"/hearings/{row.pk}/draw.json" if now.record else None,
        "page": f"/hearings/{row.pk}",
        "demo": row.demo,
    }
