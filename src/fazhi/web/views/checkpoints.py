"""What the ledger promises to the public: checkpoints, and the keys that sign them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.cases import published, signing
from fazhi.cases.models import Checkpoint
from fazhi.ledger import key, sm2
from fazhi.ledger.keyring import Period
from fazhi.office.guard import public

PAGE = 30
TEXT = "text/plain; charset=utf-8"


@public(published.PROMISE)
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


@public(published.PROMISE)
@require_safe
def checkpoint(_request: HttpRequest, day: str) -> HttpResponse:
    """The signed text of a day's checkpoint as it was published."""
    return HttpResponse(published.on(day).note, content_type=TEXT)


@public("keys are published so that everybody can check what they signed")
@require_safe
def keys(_request: HttpRequest) -> HttpResponse:
    """The keyring as ``fazhi ledger verify --keys`` reads it."""
    return HttpResponse(str(signing.ring()), content_type=TEXT)
