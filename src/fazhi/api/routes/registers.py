"""The published registers, for whoever shows them elsewhere or works with them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Path, Query

from fazhi.api import cursor
from fazhi.api.bearer import open_to_all
from fazhi.api.cursor import LAST
from fazhi.api.fresh import unchanged
from fazhi.api.routes.law import TOLD
from fazhi.packs.registers import entry_schema
from fazhi.registers import standing
from fazhi.registers.files.writing import as_dict
from fazhi.registers.models import Edition, Entry, Register

router = Router()
PUBLISHED = "what is published is for everybody"
PAGE, WORDS, MARK = 50, 80, 60
Told = dict[str, Any]


@router.get("/registers", summary="公开的清单", **open_to_all(PUBLISHED, responses=TOLD))
def registers(request: HttpRequest) -> Told:
    """每份已公布的清单、编制单位和施行中的版次。"""
    return {"registers": [_told(request, *pair) for pair in standing.opened_to_the_public()]}


@router.get("/registers/{pk}", summary="一份清单", **open_to_all(PUBLISHED, responses=TOLD))
def register(request: HttpRequest, response: HttpResponse, pk: int = Path(..., ge=1, le=LAST)) -> Any:
    """清单的依据、版次和事项的 JSON Schema；ETag 随版次改变。"""
    row, edition = _published(pk)
    if fresh := unchanged(request, response, f"{edition.number}-{edition.digest}"):
        return fresh
    form = edition.form
    basis = str(form.basis) if form.basis else None
    return {**_told(request, row, edition), "says": form.says, "basis": basis, "schema": entry_schema(form)}


@router.get("/registers/{pk}/entries", summary="清单的事项", **open_to_all(PUBLISHED, responses=TOLD))
def entries(
    request: HttpRequest,
    response: HttpResponse,
    pk: int = Path(..., ge=1, le=LAST),
    q: str = Query("", max_length=WORDS, description="事项任何一栏中的词"),
    limit: int = Query(PAGE, ge=1, le=100, description="每页几项"),
    after: str = Query("", alias="cursor", max_length=MARK, description="上一页答复中的 next"),
) -> Any:
    """今天适用的事项，按清单的次序；values 各栏的含义见清单的 schema。ETag 随版次和日期改变。"""
    row, edition = _published(pk)
    today = timezone.localdate()
    if fresh := unchanged(request, response, f"{edition.number}-{edition.digest}-{today}"):
        return fresh
    found = edition.entries.on(today).saying(q.replace("\0", " "))
    page = list(_after(edition, found, after)[: limit + 1])
    more = cursor.write(page[limit - 1].pk) if len(page) > limit else None
    told = [_entry(request, row, one) for one in page[:limit]]
    return {"edition": edition.number, "entries": told, "next": more}


def _after(edition: Edition, found: Any, mark: str) -> Any:
    """What follows the row that a cursor names; one of an edition that counts no more is refused."""
    if not mark:
        return found
    last = edition.entries.filter(pk=cursor.read(mark)).first()
    if last is None:
        raise cursor.UNKNOWN
    return found.filter(position__gt=last.position)


def _published(pk: int) -> tuple[Register, Edition]:
    row = Register.objects.select_related("organ").filter(pk=pk).first()
    edition = standing.public_edition(row) if row else None
    if row is None or edition is None:
        raise Http404
    return row, edition


def _told(request: HttpRequest, row: Register, edition: Edition) -> Told:
    return {
        "id": row.pk,
        "kind": row.kind,
        "title": edition.form.title,
        "keeper": row.holder,
        "edition": edition.number,
        "published_at": edition.decided_at,  # type: ignore[attr-defined]
        "page": request.build_absolute_uri(reverse("web:list", args=[row.pk])),
        "demo": row.demo,
    }


def _entry(request: HttpRequest, row: Register, one: Entry) -> Told:
    page = reverse("web:list-item", args=[row.pk], query={"key": one.key})
    return {"key": one.key, "values": as_dict(one), "page": request.build_absolute_uri(page)}
