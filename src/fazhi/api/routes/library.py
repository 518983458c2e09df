"""The documents library and the opened duties, for whoever lists them elsewhere."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Path, Query

from fazhi.api import cursor
from fazhi.api.bearer import open_to_all
from fazhi.api.cursor import LAST
from fazhi.api.routes.law import TOLD
from fazhi.duties.models import Measure, Outline
from fazhi.library import catalogue, shelf, tasks
from fazhi.library.models import Item, Validity
from fazhi.library.shelf import Search

router = Router()
PUBLISHED = "what is published is for everybody"
OPENED = "the coordinator put these duties before the public"
PAGE = 50
WORDS = 80
Told = dict[str, Any]


@router.get("/library", summary="公开文件", **open_to_all(PUBLISHED, responses=TOLD))
def documents(
    request: HttpRequest,
    q: str = Query("", max_length=WORDS, description="名称、发文字号、索引号、内容概述中的词"),
    kind: Item.Kind | None = Query(None, description="document 文件，reading 政策解读"),
    publisher: str = Query("", max_length=40, description="发布机构的代码"),
    subject: str = Query("", max_length=WORDS, description="主题"),
    year: int | None = Query(None, ge=1900, le=2999, description="发文（没有的按成文）年份"),
    validity: Validity.State | None = Query(None, description="今天的有效性"),
    after: str = Query("", alias="cursor", max_length=60, description="上一页答复中的 next"),
) -> Told:
    """最新公开的在前，每页 50 件。没有载明的日期和索引号为 null，不作推定。"""
    search = Search(
        text=q.replace("\0", " "), kind=kind or "", subject=subject, year=year, state=validity or ""
    )
    rows = shelf.matching(search, timezone.localdate()).order_by("-pk")
    rows = rows.filter(organ__code=publisher) if publisher else rows
    page = list(rows.filter(pk__lt=cursor.read(after) if after else LAST)[: PAGE + 1])
    more = cursor.write(page[PAGE - 1].pk) if len(page) > PAGE else None
    return {"documents": [_told(request, row) for row in page[:PAGE]], "next": more}


@router.get("/library/{pk}", summary="一份公开文件", **open_to_all(PUBLISHED, responses=TOLD))
def document(request: HttpRequest, pk: int = Path(..., ge=1, le=LAST)) -> Told:
    """著录信息、正文、文件、有效性的变更和解读。"""
    rows = shelf.standing(shelf.published().select_related("wording"), timezone.localdate())
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    return {
        **_told(request, row),
        "text": row.wording.text,
        "files": [_file(request, row, one) for one in row.files.defer("data")],
        "validity_changes": [
            {"validity": one.state, "since": one.since, "reason": one.reason, "cause": one.cause_id}
            for one in row.validities.exclude(since=None).order_by("since", "pk")
        ],
        "readings": [_page(request, one) for one in shelf.readings(row)],
        "reading_of": [_page(request, one) for one in shelf.documents(row)],
    }


def _told(request: HttpRequest, row: Item) -> Told:
    return catalogue.told(row, _page(request, row))


def _page(request: HttpRequest, row: Item) -> str:
    return request.build_absolute_uri(reverse("web:library-item", args=[row.pk]))


def _file(request: HttpRequest, row: Item, one: Any) -> Told:
    address = reverse("web:library-download", args=[row.pk, one.position])
    return {
        "name": one.name,
        "size": one.size,
        "sha256": one.digest,
        "address": request.build_absolute_uri(address),
    }


@router.get("/public-duties", summary="已经公开任务的纲要", **open_to_all(OPENED, responses=TOLD))
def outlines(request: HttpRequest) -> Told:
    """每份纲要的编号、名称和期间。"""
    return {"outlines": [_outline(request, row) for row in shelf.opened()]}


def _outline(request: HttpRequest, row: Outline) -> Told:
    return {
        "id": row.pk,
        "title": row.title,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "page": request.build_absolute_uri(reverse("web:public-outline", args=[row.pk])),
        "demo": row.demo,
    }


@router.get("/public-duties/{pk}", summary="一份纲要的任务", **open_to_all(OPENED, responses=TOLD))
def outline(request: HttpRequest, pk: int = Path(..., ge=1, le=LAST)) -> Told:
    """举措、分工和各状态的件数；expired 是已到期未核实，不当作完成。"""
    row = shelf.opened().filter(pk=pk).first()
    if row is None:
        raise Http404
    counts = tasks.counts_by_measure(row, timezone.localdate())
    measures = [_measure(one, counts.get(one.pk, {})) for one in tasks.measures(row)]
    return {**_outline(request, row), "measures": measures}


def _measure(row: Measure, counts: Told) -> Told:
    return {
        "number": row.number,
        "chapter": row.chapter,
        "title": row.title,
        "offices": dict(tasks.parts(row)),
        "duties": counts,
    }
