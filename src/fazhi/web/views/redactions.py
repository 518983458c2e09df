"""Redaction before publication: hand a file in, look at it on record, decide what is hidden, release it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.documents.actions import Decide, Publish, Submit, look
from fazhi.documents.actions.review import marks_of, proposals
from fazhi.documents.models import Original, Release
from fazhi.documents.press.font import cabinet
from fazhi.documents.released import forms, released_file, stem
from fazhi.documents.reviewing import applied, segments
from fazhi.documents.upload import check_size
from fazhi.documents.upload.scan import NOT_SCANNED, scanned
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.attachment import attachment
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.redaction import DecideForm, LookForm, SubmitForm


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def redactions(request: DeskRequest) -> HttpResponse:
    """The files of one's own organs, and a new one."""
    organs = request.actor.organs()
    if request.method != "POST":
        return _list(request, SubmitForm(organs))
    form = SubmitForm(organs, request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, form, status=400)
    file = form.cleaned_data["file"]
    try:
        check_size(file.size, file.name)
        row = Submit(form.cleaned_data["organ"], file.name, file.read()).perform(
            request.actor, timezone.now()
        )
    except Fault as fault:
        return _list(request, form, fault, status_of(fault))
    return redirect("web:redaction", row.pk)


def _list(
    request: DeskRequest, form: SubmitForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    rows = Original.objects.filter(organ__in=request.actor.organs()).select_related("organ", "by")
    context = {
        "form": form, "fault": fault, "rows": rows.defer("data", "text")[:50],
        "unscanned": None if scanned() else NOT_SCANNED,
    }  # fmt: skip
    return render(request, "web/redactions.html", context, status=status)


@requires(Right.READ)
@require_safe
def redaction(request: DeskRequest, pk: int) -> HttpResponse:
    """The file as it would be published: nothing of what is hidden is on this page."""
    return _page(request, _found(request, pk), LookForm())


def _found(request: DeskRequest, pk: int) -> Original:
    row = get_object_or_404(Original.objects.select_related("organ"), pk=pk)
    request.actor.demand(Right.READ_FILE, row.organ_id)
    return row


def _page(
    request: DeskRequest, row: Original, form: LookForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    choice = row.choices.last()
    marks = marks_of(choice.marks) if choice else proposals(row)
    context = {
        "row": row, "form": form, "fault": fault, "choice": choice, "text": applied(row.text, marks),
        "marks": marks, "looks": row.looks.select_related("by"),
        "releases": Release.objects.filter(choice__original=row).select_related("by"),
        "released": choice and Release.objects.filter(choice=choice).exists(),
        "forms": [form.removeprefix(".") for form in forms(row)],
        "may_decide": request.actor.may(Right.DRAFT, row.organ_id),
        "may_publish": request.actor.may(Right.ISSUE, row.organ_id),
    }  # fmt: skip
    return render(request, "web/redaction.html", context, status=status)


@requires(Right.READ)
@require_POST
def original(request: DeskRequest, pk: int) -> HttpResponse:
    """Record the look, then show both texts side by side or give the file; there is no other way to them."""
    row, form = _found(request, pk), LookForm(request.POST)
    if not form.is_valid():
        return _page(request, row, form, status=400)
    try:
        look(request.actor, row, form.cleaned_data["purpose"], timezone.now())
    except Fault as fault:
        return _page(request, row, form, fault, status_of(fault))
    if "file" in request.POST:
        return attachment(bytes(row.data), row.file_name)
    return _review(request, row, DecideForm(), frozenset(range(len(row.proposed))))


def _review(
    request: DeskRequest, row: Original, form: DecideForm, accepted: frozenset[int], **more: Any
) -> HttpResponse:
    marks = proposals(row)
    shown = [(words, mark, marks.index(mark) if mark else None) for words, mark in segments(row.text, marks)]
    listed = [(n, mark, row.text[mark.start : mark.end], n in accepted) for n, mark in enumerate(marks)]
    context = {"row": row, "form": form, "segments": shown, "listed": listed, **more}
    fault = more.get("fault")
    return render(request, "web/redaction_review.html", context, status=status_of(fault) if fault else 200)


@requires(Right.READ)
@require_POST
def decide(request: DeskRequest, pk: int) -> HttpResponse:
    """Keep what the reviewer decided; what is wrong is said beside the original, which is a look again."""
    row, form = _found(request, pk), DecideForm(request.POST)
    chosen = (number(value) for value in request.POST.getlist("mark"))
    accepted = frozenset(n for n in chosen if n is not None)
    try:
        more = tuple(form.cleaned_data["more"].splitlines()) if form.is_valid() else ()
        Decide(row, accepted, more).perform(request.actor, timezone.now())
    except Fault as fault:
        if fault.code == "documents.E060":
            look(request.actor, row, "继续审核", timezone.now())
            return _review(request, row, form, accepted, fault=fault)
        return _page(request, row, LookForm(), fault, status_of(fault))
    messages.success(request, "已保存审核结果")
    return redirect("web:redaction", pk)


@requires(Right.READ)
@require_POST
def publish(request: DeskRequest, pk: int) -> HttpResponse:
    """Release the latest choice."""
    row = _found(request, pk)
    try:
        Publish(row, number(request.POST.get("choice", "")) or 0).perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, LookForm(), fault, status_of(fault))
    messages.success(request, "已确认公开版本")
    return redirect("web:redaction", pk)


@requires(Right.READ)
@require_safe
def released(request: DeskRequest, pk: int, form: str) -> HttpResponse:
    """The released version as a file, under its redacted name."""
    row = _found(request, pk)
    release = Release.objects.filter(choice__original=row).select_related("choice__original").last()
    if release is None or f".{form}" not in forms(row):
        raise Http404
    try:
        made = released_file(release, f".{form}", cabinet(settings.CONFIG.fonts))
    except Fault as fault:
        return _page(request, row, LookForm(), fault, status_of(fault))
    return attachment(made, f"{stem(release)}（公开版）.{form}")
