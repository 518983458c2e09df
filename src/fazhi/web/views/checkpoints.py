"""What the ledger promises to the public: checkpoints, the keys that sign them, proofs between two."""

import base64
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.cases import signing
from fazhi.cases.merkle import Nodes
from fazhi.cases.models import Checkpoint
from fazhi.fault import Fault
from fazhi.ledger import key, sm2
from fazhi.ledger.keyring import Period
from fazhi.office.guard import public
from fazhi.office.status import status_of
from fazhi.web.problem import answered, problem

PAGE = 30
MOST = 1_000
TEXT = "text/plain; charset=utf-8"
PROMISE = "a checkpoint is published so that everybody can hold the keeper to it"


@public(PROMISE)
@require_safe
def checkpoints(request: HttpRequest) -> HttpResponse:
    """The checkpoints, the newest first, and the keys."""
    page = Paginator(Checkpoint.objects.all(), PAGE).get_page(request.GET.get("page"))
    context = {
        "place": "checkpoints",
        "page": page,
        "query": "",
        "latest": Checkpoint.objects.first(),
        "keys": [_key(period) for period in signing.ring().periods],
        "sm2": sm2.available(),
        "today": timezone.localdate().isoformat(),
    }
    return render(request, "web/checkpoints.html", context)


def _key(period: Period) -> dict[str, Any]:
    national = period.verifier.public.startswith(sm2.KIND)
    return {
        "period": period,
        "kind": "SM2" if national else "Ed25519",
        "number": signing.number(period.verifier),
        "word": key.write(period.verifier),
    }


@public(PROMISE)
@require_safe
def checkpoint(_request: HttpRequest, day: str) -> HttpResponse:
    """The signed text of a day's checkpoint as it was published."""
    return HttpResponse(_found(day).note, content_type=TEXT)


@public("keys are published so that everybody can check what they signed")
@require_safe
def keys(_request: HttpRequest) -> HttpResponse:
    """The keyring as ``fazhi ledger verify --keys`` reads it."""
    return HttpResponse(str(signing.ring()), content_type=TEXT)


@public(PROMISE)
@require_safe
def listed(_request: HttpRequest) -> JsonResponse:
    """The latest checkpoints for machines, the newest first."""
    rows = Checkpoint.objects.all()[:MOST]
    found = [_described(row) | {"note": row.note} for row in rows]
    return answered({"count": Checkpoint.objects.count(), "checkpoints": found})


@public(PROMISE)
@require_safe
def consistency(request: HttpRequest) -> JsonResponse:
    """The proof (RFC 6962) that the ledger of day ``to`` keeps all that it held on day ``from``."""
    try:
        old, new = (_found(request.GET.get(name, "")) for name in ("from", "to"))
        if old.day > new.day:
            raise Fault("cases.E068", f"{old.day} 在 {new.day} 之后", "from 请填较早的一日")
    except Fault as fault:
        return problem([fault.as_dict()], status_of(fault))
    path = Nodes().consistency(old.size, new.size)
    hashes = [base64.b64encode(each).decode() for each in path]
    return answered({"from": _described(old), "to": _described(new), "path": hashes})


def _described(row: Checkpoint) -> dict[str, Any]:
    return {"day": row.day.isoformat(), "size": row.size, "root": row.root}


def _found(day: str) -> Checkpoint:
    """A day's checkpoint; ``Fault`` cases.E068 for what is no day, cases.E067 where none was published."""
    try:
        held = Checkpoint.objects.filter(day=date.fromisoformat(day)).first()
    except ValueError:
        remedy = "日期应形如 2026-03-02"
        raise Fault("cases.E068", f"日期“{day[:20]}”不对", remedy) from None
    if held is None:
        raise Fault("cases.E067", f"{day} 没有公布存证点", "请查看已公布的存证点")
    return held
