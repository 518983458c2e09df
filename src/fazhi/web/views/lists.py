"""The published registers for everybody: found, read and taken away without a log-in."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.library import shelf
from fazhi.office.guard import public
from fazhi.packs.registers import entry_schema
from fazhi.registers import standing
from fazhi.registers.files.writing import FORMS
from fazhi.registers.models import Edition, Register
from fazhi.web import newsfeed, opendata, registry
from fazhi.web.views.register_files import file_of
from fazhi.web.views.registers import found

PUBLISHED = "what is published is for everybody"
CHINESE = {"ensure_ascii": False}


@public(PUBLISHED)
@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """Every published register by kind."""
    bands: dict[str, list[dict[str, Any]]] = {}
    for register, edition in standing.opened_to_the_public():
        entries = edition.entries.on(timezone.localdate()).count()
        summary = {"register": register, "edition": edition, "entries": entries}
        bands.setdefault(edition.form.title, []).append(summary)
    return render(request, "web/lists.html", {"place": "lists", "bands": bands.items()})


@public(PUBLISHED)
@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """The editions that were published last, for a feed reader."""
    rows = (_news(register, edition) for register, edition in standing.opened_to_the_public())
    return newsfeed.atom(request, "新公布的清单", "web:lists", rows)


def _news(register: Register, edition: Edition) -> newsfeed.News:
    demo, at = "演示·" if register.demo else "", edition.decided_at  # type: ignore[attr-defined]
    return newsfeed.News(
        title=f"{demo}{register} 第{edition.number}版",
        path=reverse("web:list", args=[register.pk]),
        says=edition.form.says,
        by=register.holder,
        first=register.opened_at,
        latest=at,
    )


@public(PUBLISHED)
@require_safe
def published(request: HttpRequest, pk: int) -> HttpResponse:
    """The entries that apply today, found by words and choices."""
    register, edition = _published(pk)
    context = {"place": "lists", "register": register, "edition": edition, "form": edition.form}
    return render(request, "web/list.html", context | found(request, edition, timezone.localdate()))


@public(PUBLISHED)
@require_safe
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry by its ``key``, at an address that stays when the next edition is published."""
    register, edition = _published(pk)
    key = request.GET.get("key", "").replace("\0", "")
    entry = get_object_or_404(edition.entries.on(timezone.localdate()), key=key)
    context = {
        "place": "lists",
        "register": register,
        "edition": edition,
        "entry": entry,
        "title": registry.title(edition.form, entry),
        "fields": [field for field in registry.fields(edition, entry) if field.text],
    }
    return render(request, "web/list_item.html", context)


@public(PUBLISHED)
@require_safe
def download(_request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The published edition whole."""
    _, edition = _published(pk)
    if form not in FORMS:
        raise Http404
    return file_of(edition, form)


@public(PUBLISHED)
@require_safe
def schema(_request: HttpRequest, pk: int) -> JsonResponse:
    """The JSON Schema of the register's entries."""
    _, edition = _published(pk)
    return JsonResponse(entry_schema(edition.form), json_dumps_params=CHINESE)


@public(PUBLISHED)
@require_safe
def catalogue(request: HttpRequest) -> JsonResponse:
    """The open-data catalogue of the published registers and documents (DCAT 3 as JSON-LD)."""
    latest = shelf.published().first()
    told = opendata.catalogue(request.build_absolute_uri, standing.opened_to_the_public(), latest)
    return JsonResponse(told, content_type="application/ld+json", json_dumps_params=CHINESE)


def _published(pk: int) -> tuple[Register, Edition]:
    register = get_object_or_404(Register.objects.select_related("organ"), pk=pk)
    edition = standing.public_edition(register)
    if edition is None:
        raise Http404
    return register, edition
