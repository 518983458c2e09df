"""Which normative documents hold and which no longer do, for everybody (条例第四十七条第一款)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.chapters.decisions.validity import campaigning
from fazhi.chapters.decisions.validity.export import FORMS, written
from fazhi.chapters.decisions.validity.models import Document
from fazhi.office.guard import public
from fazhi.web import lasting
from fazhi.web.attachment import attachment
from fazhi.web.views.register_files import MEDIA

PUBLISHED = "normative documents are published, and so is whether they still hold"


@public(PUBLISHED)
@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """The documents by state, issuer, year and words."""
    context = lasting.page(request, timezone.localdate())
    context |= {"campaigns": campaigning.published()[:10], "forms": FORMS}
    return render(request, "web/normative_documents.html", context)


@public(PUBLISHED)
@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """One document: what it is today, since when, on what it rests."""
    row = get_object_or_404(Document.objects.select_related("organ"), pk=pk)
    line = lasting.line(row, timezone.localdate())
    context = {"line": line, "row": row, "replaced_by": lasting.replaced_by(row)}
    return render(request, "web/normative_document.html", context)


@public(PUBLISHED)
@require_safe
def file(request: HttpRequest, form: str) -> HttpResponse:
    """What the address asks for, as a file."""
    if form not in FORMS:
        raise Http404
    day = timezone.localdate()
    return attachment(
        written(form, lasting.found(request, day), day), f"规范性文件-{day}.{form}", MEDIA[form]
    )


@public(PUBLISHED)
@require_safe
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """The results of a clean-up: a list for each conclusion, and the sum."""
    row = get_object_or_404(campaigning.published(), pk=pk)
    lines = campaigning.lines(row)
    context = {"campaign": row, "lists": campaigning.lists(lines), "total": len(lines)}
    return render(request, "web/clean_up_results.html", context)
