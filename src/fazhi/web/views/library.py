"""The documents library for everybody: found, read on the page, taken away, followed by a feed."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.library import catalogue, feed, shelf
from fazhi.library.models import File, Item, Validity
from fazhi.library.shelf import Search
from fazhi.office.guard import public
from fazhi.office.models import Organ
from fazhi.web.attachment import XLSX, attachment
from fazhi.web.choice import number, without

PUBLISHED = "what is published is for everybody"
PAGE = 20
MEDIA = {"xlsx": XLSX, "csv": "text/csv; charset=utf-8", "json": "application/json"}


@public(PUBLISHED)
@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """What was published, the latest first, narrowed by organ, subject, year, validity, kind and words."""
    search = _search(request)
    rows = shelf.matching(search, timezone.localdate())
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "search": search,
        "page": page,
        "query": without(request.GET, "page"),
        "any": bool(page.paginator.count) or shelf.published().exists(),
        "forms": catalogue.FORMS,
        **_choices(),
    }
    return render(request, "web/library.html", context)


def _search(request: HttpRequest) -> Search:
    given = {name: request.GET.get(name, "").replace("\0", "").strip()[:80] for name in request.GET}
    return Search(
        text=given.get("q", ""),
        kind=given.get("kind", ""),
        organ=number(given.get("organ", "")),
        subject=given.get("subject", ""),
        year=number(given.get("year", "")),
        state=given.get("state", ""),
    )


def _choices() -> dict[str, Any]:
    """What the lists of the form offer: only what leads to something."""
    return {
        "organs": Organ.objects.filter(pk__in=shelf.published().order_by().values("organ")),
        "subjects": shelf.subjects(),
        "years": shelf.years(),
        "states": Validity.State.choices,
        "kinds": Item.Kind.choices,
    }


@public(PUBLISHED)
@require_safe
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One document with its particulars, its text, its files, and the readings that belong to it."""
    today = timezone.localdate()
    row = get_object_or_404(shelf.published().select_related("wording"), pk=pk)
    context = {
        "row": row,
        "state": shelf.state(row, today),
        "changes": row.validities.exclude(since=None)
        .select_related("cause__withdrawal")
        .order_by("since", "pk"),
        "lines": [one for line in row.wording.text.splitlines() if (one := line.strip())],
        "files": row.files.defer("data"),
        "readings": shelf.readings(row),
        "documents": shelf.documents(row),
        "duties": row.outline_id in shelf.opened().values_list("pk", flat=True),
    }
    return render(request, "web/library_item.html", context)


@public(PUBLISHED)
@require_safe
def file(_request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """A file of a published document."""
    row = get_object_or_404(File, item__in=shelf.published().filter(pk=pk), position=position)
    return attachment(bytes(row.data), row.name)


@public(PUBLISHED)
@require_safe
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The catalogue under the same questions as the page, all pages of it."""
    if form not in catalogue.FORMS:
        raise Http404
    rows = shelf.matching(_search(request), timezone.localdate())
    written = catalogue.written(form, rows.iterator(500), lambda row: address(request, row))
    return attachment(written, f"{catalogue.TITLE}-{timezone.localdate()}.{form}", MEDIA[form])


def address(request: HttpRequest, row: Item) -> str:
    """The page of a document, with the name of this site."""
    return request.build_absolute_uri(reverse("web:library-item", args=[row.pk]))


@public(PUBLISHED)
@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """The documents published last."""
    site = request.build_absolute_uri("/").rstrip("/")
    written = feed.atom(site, shelf.published()[: feed.MOST])
    return HttpResponse(written, content_type=f"{feed.ATOM}; charset=utf-8")
