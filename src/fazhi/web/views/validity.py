"""The register of normative documents on the desk: the list, one document, its entry and changes."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.cases import policy
from fazhi.chapters.decisions.validity import actions, campaigning, warning
from fazhi.chapters.decisions.validity.actions.enter import Refused
from fazhi.chapters.decisions.validity.export import FORMS
from fazhi.chapters.decisions.validity.models import Document, Finding
from fazhi.chapters.decisions.validity.particulars import END
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web import lasting
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.validity import ChangeForm, ParticularsForm, filled, kept_by


@requires(Right.READ)
@require_safe
def register(request: DeskRequest) -> HttpResponse:
    """Every document, narrowed as the address asks."""
    context = lasting.page(request, timezone.localdate())
    context |= {
        "open": Finding.objects.filter(settlement=None).count(),
        "campaigns": campaigning.running(),
        "advance": warning.advance(),
        "who": warning.WHO,
        "may_keep": bool(kept_by(request.actor)),
        "forms": FORMS,
    }
    return render(request, "web/validity.html", context)


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Put a document on the register by hand."""
    form = ParticularsForm(request.actor, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/validity_new.html", {"form": form}, status=400 if form.errors else 200)
    try:
        row = actions.Enter(cells=form.cells).perform(request.actor, timezone.now())
    except Fault as fault:
        return render(request, "web/validity_new.html", _refused(form, fault), status=status_of(fault))
    messages.success(request, f"已登记{row}")
    return redirect("web:validity-document", row.pk)


def _refused(form: ParticularsForm, fault: Fault) -> dict[str, Any]:
    """The form with its mistakes where they belong."""
    if isinstance(fault, Refused):
        form.refuse(fault)
        return {"form": form}
    return {"form": form, "fault": fault}


@requires(Right.READ)
@require_safe
def document(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, _found(pk))


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """All particulars as they should read, with the reason."""
    row = _found(pk)
    request.actor.demand(Right.KEEP_REGISTER, row.organ_id)
    form = ParticularsForm(request.actor, request.POST or None, without=END, initial=filled(row))
    context = {"form": form, "row": row, "posted": request.POST, "seen": row.records.count()}
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/validity_correct.html", context, status=400 if form.errors else 200)
    action = actions.Correct(
        document=row,
        cells=form.cells,
        reason=request.POST.get("reason", ""),
        expected=_number(request.POST.get("expected", "")),
    )
    try:
        action.perform(request.actor, timezone.now())
    except Fault as fault:
        told = context | _refused(form, fault)
        return render(request, "web/validity_correct.html", told, status=status_of(fault))
    messages.success(request, "已更正登记，原来的登记内容保留在记录中")
    return redirect("web:validity-document", pk)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else -1


@requires(Right.READ)
@require_POST
def change(request: DeskRequest, pk: int) -> HttpResponse:
    """Record a decision about the document."""
    row, form = _found(pk), ChangeForm(request.POST)
    if not form.is_valid():
        return _page(request, row, form, status=400)
    try:
        form.action(row).perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, form, fault, status_of(fault))
    messages.success(request, "已记录")
    return redirect("web:validity-document", pk)


def _found(pk: int) -> Document:
    return get_object_or_404(Document.objects.select_related("organ", "case"), pk=pk)


def _page(
    request: DeskRequest,
    row: Document,
    form: ChangeForm | None = None,
    fault: Fault | None = None,
    status: int = 200,
) -> HttpResponse:
    day, actor = timezone.localdate(), request.actor
    records = list(row.records.select_related("person", "organ", "campaign", "act"))
    line = lasting.line(row, day)
    open_case = row.case if row.case and not row.case.outcome else None
    context = {
        "row": row,
        "line": line,
        "records": records[::-1],
        "findings": row.findings.select_related("settlement__person"),
        "replaced_by": lasting.replaced_by(row),
        "open_case": open_case,
        "sees_case": row.case is not None and policy.visible(actor).filter(pk=row.case.pk).exists(),
        "may_keep": actor.may(Right.KEEP_REGISTER, row.organ_id),
        "may_change": actor.may(Right.APPROVE_REGISTER, row.organ_id) and not open_case and not line.over,
        "form": form or ChangeForm(initial={"expected": len(records), "effective_on": day}),
        "fault": fault,
    }
    return render(request, "web/validity_document.html", context, status=status)
