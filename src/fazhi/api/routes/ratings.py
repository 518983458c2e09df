"""How the offices are rated, for whoever counts elsewhere."""

from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja.params.functions import Query

from fazhi.api.bearer import open_to_all
from fazhi.api.routes.law import TOLD
from fazhi.portal import figures

router = Router()


@router.get(
    "/ratings",
    summary="政务服务评价的统计",
    **open_to_all("counts of ratings by office and level are for everybody", responses=TOLD),
)
def ratings(
    request: HttpRequest,  # noqa: ARG001
    period: str = Query("", max_length=7, description="年或者月，2026 或者 2026-07；不写为全部"),
) -> dict[str, Any]:
    """各机关各级评价的次数；bad 是差评，settled 是其中已办结的，mistaken 是其中认定误评的，没有折算。"""
    lines = figures.lines(figures.span(period) if period else None)
    return {"period": period or None, "organs": [figures.as_dict(line) for line in lines]}
