"""The normative documents of the register, for whoever checks elsewhere whether one still holds."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router

from fazhi.api.bearer import open_to_all
from fazhi.api.routes.law import TOLD
from fazhi.chapters.decisions.validity import listing
from fazhi.chapters.decisions.validity.export import as_dict
from fazhi.chapters.decisions.validity.models import Document

router = Router()
MOST = 100


@router.get(
    "/normative-documents",
    summary="规范性文件及其效力",
    **open_to_all("normative documents are published", responses=TOLD),
)
def documents(
    request: HttpRequest,  # noqa: ARG001
    q: Annotated[str, Query(max_length=80, description="名称、文号、依据中的词")] = "",
    state: Annotated[str, Query(max_length=12, description="in-force、over 或者一种状态")] = "",
    issuer: Annotated[str, Query(max_length=120, description="制定机关")] = "",
    year: Annotated[int | None, Query(ge=1949, le=2199, description="公布年份")] = None,
    after: Annotated[int | None, Query(ge=1, description="从这个编号以后继续")] = None,
) -> dict[str, Any]:
    """每次至多 100 件，按编号排列；next 是下一页的 after。状态按今天推定，ended_on 是从哪一天起不再有效。"""
    day = timezone.localdate()
    wanted = {"q": q, "state": state, "issuer": issuer, "year": str(year or "")}
    rows = listing.asked(wanted).among(Document.objects.select_related("organ"), day)
    found = list(rows.filter(pk__gt=after or 0).order_by("pk")[: MOST + 1])
    more = found[MOST - 1].pk if len(found) > MOST else None
    return {"documents": [as_dict(row, day) for row in found[:MOST]], "next": more}
