"""The drafts that are before the public, for whoever lists them elsewhere."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from fazhi.api.bearer import open_to_all
from fazhi.api.routes.law import TOLD
from fazhi.chapters.decisions.consultation import standing
from fazhi.chapters.decisions.consultation.models import Consultation

router = Router()
MOST = 200


@router.get(
    "/consultations",
    summary="公开征求意见的事项",
    **open_to_all("a draft is put before everybody", responses=TOLD),
)
def consultations(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """截止之日最晚的 200 个；accepts 是今天是否还能提意见，page 是提意见和看采纳情况的网页。"""
    rows = Consultation.objects.select_related("case__organ", "result")[:MOST]
    found = [_line(row) for row in rows]
    return {"count": len(found), "consultations": found}


def _line(row: Consultation) -> dict[str, Any]:
    progress = standing.progress(row)
    return {
        "id": row.pk,
        "title": row.title,
        "organ": row.case.organ.name,
        "since": row.opened_on,
        "until": row.until,
        "shortening": row.shortening,
        "accepts": standing.open_to_comments(row, timezone.localdate()),
        "comments": progress.total,
        "answered": progress.answered,
        "published": hasattr(row, "result"),
        "page": f"/consultations/{row.pk}",
        "demo": row.demo,
    }
