"""The procedures as data: what a case may go through, with the article of each part."""

import json
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Path, Query

from fazhi.api.bearer import ApiRequest, needs
from fazhi.api.fresh import unchanged
from fazhi.api.routes.law import TOLD
from fazhi.api.scope import Scope
from fazhi.cases import lawbook
from fazhi.procedure.edition import Edition

router = Router()


@router.get("/procedures", summary="程序目录", **needs(Scope.LAW_READ, responses=TOLD))
def procedures(request: ApiRequest) -> dict[str, Any]:  # noqa: ARG001
    """每一程序的各个版本；edition 是版本全文的摘要。"""
    found = [_line(edition) for held in lawbook.editions().values() for edition in held]
    return {"count": len(found), "procedures": found}


@router.get("/procedures/{procedure}", summary="一个程序", **needs(Scope.LAW_READ, responses=TOLD))
def procedure(
    request: ApiRequest,
    response: HttpResponse,
    procedure: str = Path(..., max_length=80),
    on: date | None = Query(None, description="在哪一天施行的版本；不写为今天"),
) -> Any:
    """版本全文。把 content 按键排序、不留空格写成 UTF-8 的 JSON，其 SHA-256 就是 edition；不含 until。"""
    edition = lawbook.governing(procedure, on or timezone.localdate())
    if fresh := unchanged(request, response, f"{edition.content_hash}{edition.until or ''}"):
        return fresh
    return {**_line(edition), "content": json.loads(edition.text)}


def _line(edition: Edition) -> dict[str, Any]:
    starting = [{"id": act.id, "title": act.title} for act in edition.acts if act.starts]
    return {
        "id": edition.id,
        "title": edition.title,
        "edition": edition.content_hash,
        "basis": str(edition.basis),
        "since": edition.since,
        "until": edition.until,
        "starts_with": starting,
    }
