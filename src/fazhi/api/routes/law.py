"""The law for machines: periods, rules and the words of statutes."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Query

from fazhi.api.bearer import ApiRequest, needs, open_to_all
from fazhi.api.problem import Refused
from fazhi.api.scope import Scope
from fazhi.fault import Fault
from fazhi.packs import question, rulebook
from fazhi.packs.question import Mistake
from fazhi.statutes.search import search

router = Router()
HITS = 60
ASKED = {
    "from": "起算日，2024-02-06 或者 2024-02-06T15:30",
    "time": "时刻，15:30",
    "rule": "规则编号；与 count 择一",
    "count": "数目",
    "unit": "单位，如 working-day",
    "backward": "1 表示向前倒数",
    "no-roll": "1 表示末日是休息日也不顺延",
}
PARAMETERS = [
    {"in": "query", "name": name, "required": name == "from", "description": says,
     "schema": {"type": "string"}}
    for name, says in ASKED.items()
]  # fmt: skip
ANY_OBJECT = {"application/json": {"schema": {"type": "object"}}}
TOLD = {200: {"description": "OK", "content": ANY_OBJECT}}


@router.get(
    "/period",
    summary="计算期限",
    **open_to_all(
        "the calculator's answer; it reads nothing but the packs", parameters=PARAMETERS, responses=TOLD
    ),
)
def period(request: HttpRequest) -> dict[str, Any]:
    """末日、逐日的理由和依据，与命令 fazhi law period --json 相同；有错的，逐一列出。"""
    asked = request.GET.dict()
    if found := question.mistakes(asked):
        raise _refused(found)
    one = question.question(asked)
    try:
        answer = one.answer()
    except Fault as fault:
        raise _refused((Mistake(question.PLACES.get(fault.code, "rule"), fault),)) from None
    return {**answer.as_dict(), "rule": one.rule.as_dict() if one.rule else None}


def _refused(mistakes: tuple[Mistake, ...]) -> Refused:
    return Refused(mistakes[0].fault, 400, tuple(one.as_dict() for one in mistakes))


@router.get(
    "/rules",
    summary="法定期限规则",
    **open_to_all("the rules of the packs are the law in own words", responses=TOLD),
)
def rules(
    request: HttpRequest,  # noqa: ARG001
    q: str = Query("", max_length=200, description="须含有的词，空格隔开"),
) -> dict[str, Any]:
    """全部规则，或者含有每一个词的规则。"""
    found = [rule.as_dict() for rule in rulebook.matching(q)]
    return {"count": len(found), "rules": found}


@router.get("/statutes", summary="检索法条", **needs(Scope.LAW_READ, responses=TOLD))
def statutes(
    request: ApiRequest,  # noqa: ARG001
    q: str = Query(..., min_length=1, max_length=80, description="须含有的词，空格隔开"),
    on: date | None = Query(None, description="按哪一天的效力排列；不写为今天"),
    limit: int = Query(20, ge=1, le=HITS),
) -> dict[str, Any]:
    """含有每一个词的条文，现行有效的在前。"""
    hits = search(q.replace("\0", " "), on or timezone.localdate(), limit)
    return {"count": len(hits), "hits": [hit.as_dict() for hit in hits]}
