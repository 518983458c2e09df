"""Cases: the list, one case with its time limits and people, and the opening of a new one."""

from typing import Any, Literal

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Router, Status
from ninja.params.functions import Header, Path, Query

from fazhi.api import body, colleague, cursor, told, writing
from fazhi.api.asked import OpenIn, PartyIn
from fazhi.api.bearer import ApiRequest, needs
from fazhi.api.fresh import unchanged
from fazhi.api.key import LONGEST, PATTERN, own
from fazhi.api.once import once
from fazhi.api.scope import Scope
from fazhi.cases import lawbook, policy, queue, store
from fazhi.cases.actions import Identity, Open
from fazhi.cases.models import Case, Secrecy
from fazhi.cases.queue import Search
from fazhi.fault import Fault
from fazhi.office.models import Organ
from fazhi.procedure import written

router = Router()
MOST = 100
LAST = cursor.LAST


@router.get("/cases", response=told.CasePage, summary="案件列表", **needs(Scope.CASES_READ))
def cases(
    request: ApiRequest,
    q: str = Query("", max_length=80, description="案号或者案由中的词，空格隔开"),
    procedure: str = Query("", max_length=80, description="程序编号"),
    state: Literal["open", "overdue", "closed", "all"] = Query("all", description="办理状态"),
    mine: bool = Query(False, description="只看本人承办的"),
    limit: int = Query(50, ge=1, le=MOST),
    after: str = Query("", alias="cursor", max_length=80, description="上一页答复中的 next"),
) -> told.CasePage:
    """您可以查看的案件，新的在前；没有权限的案件不会出现。"""
    if procedure and procedure not in lawbook.editions():
        raise Fault("cases.E001", f"规则包中没有程序“{procedure}”", "请从 /procedures 所列的程序中选择")
    search = Search(q.replace("\0", ""), procedure, state, mine)
    rows = queue.matching(request.auth, search, timezone.localdate()).order_by("-pk")
    if after:
        rows = rows.filter(pk__lt=cursor.read(after))
    found = list(rows[: limit + 1])
    more = cursor.write(found[limit - 1].pk) if len(found) > limit else None
    return told.CasePage(cases=[writing.line(row) for row in found[:limit]], next=more)


@router.get("/cases/{int:case}", response=told.CaseOut, summary="一件案件", **needs(Scope.CASES_READ))
def case(request: ApiRequest, response: HttpResponse, case: int = Path(..., ge=1, le=LAST)) -> Any:
    """案件的现状；ETag 是链尾摘要，用 If-None-Match 询问有没有新的行为，没有的答复 304。"""
    row = policy.found(request.auth, case)
    if fresh := unchanged(request, response, writing.tag(row, request.auth)):
        return fresh
    return writing.case(store.file(row), request.auth)


@router.get(
    "/cases/{int:case}/clocks", response=list[told.ClockOut], summary="期限", **needs(Scope.CASES_READ)
)
def clocks(request: ApiRequest, case: int = Path(..., ge=1, le=LAST)) -> list[told.ClockOut]:
    """已经起算的期限，以及末日是怎样算出来的。"""
    return writing.clocks(store.file(policy.found(request.auth, case)), timezone.localdate())


@router.post(
    "/cases",
    response={201: told.CaseOut},
    summary="立案",
    **needs(Scope.CASES_WRITE, requestBody=body.described(OpenIn)),
)
def open_case(
    request: ApiRequest,
    response: HttpResponse,
    key: str = Header("", alias="Idempotency-Key", max_length=LONGEST, pattern=PATTERN),
) -> Status[told.CaseOut]:
    """以开始的行为立案；同一 Idempotency-Key 的重复请求得到同一案件。"""
    asked = body.read(request, OpenIn)
    action = _opening(request, asked, own(request.auth, key))
    made = once(action, request.auth, timezone.now())
    row = policy.found(request.auth, made.pk)
    response["Location"] = reverse("api:case", args=[row.pk])
    response["ETag"] = f'"{writing.tag(row, request.auth)}"'
    return Status(201, writing.case(store.file(row), request.auth))


def _opening(request: ApiRequest, asked: OpenIn, key: str) -> Open:
    organ = Organ.objects.filter(code=asked.organ).first()
    if organ is None:
        raise Fault("api.E008", f"没有代码为“{asked.organ}”的机构", "请核对承办机关的代码")
    edition = lawbook.governing(asked.procedure, asked.happened_on)
    facts = {name: written.fact(edition, name, value) for name, value in asked.facts.items()}
    row, day = Case(organ=organ), asked.happened_on
    colleague.check_facts(row, edition, facts, day)
    return Open(
        procedure=asked.procedure,
        organ=organ,
        act=asked.act,
        happened_on=day,
        title=asked.title,
        secrecy=Secrecy[asked.secrecy.upper()] if asked.secrecy else None,
        facts=facts,
        papers=body.attachments(request, asked.papers),
        parties=tuple(_identity(one) for one in asked.parties),
        colleagues=colleague.others(row, request.auth, asked.colleagues, day),
        key=key,
    )


def _identity(party: PartyIn) -> Identity:
    return Identity(party.role, party.model_dump(exclude={"role"}, exclude_none=True))
