"""Bringing a list in: upload, look at the report, keep all rows or the good ones."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.packs.registers import source_of
from fazhi.registers import actions
from fazhi.registers.audit import audit
from fazhi.registers.files.table import check_size
from fazhi.registers.models import Register, Upload
from fazhi.registers.standing import form_of
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.register import KeepForm, ListForm

SHOWN = 200
"""Refused rows on the page; the rest are counted."""


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: DeskRequest, pk: int) -> HttpResponse:
    """Take the file in for its report, or refuse it whole."""
    register = _register(request, pk)
    if request.method != "POST":
        return _upload_page(request, register, ListForm())
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return _upload_page(request, register, form, status=400)
    file = form.cleaned_data["file"]
    try:
        check_size(file.size)
        waiting = actions.upload(request.actor, register, file.name, file.read(), timezone.now())
    except Fault as fault:
        return _upload_page(request, register, form, fault, status_of(fault))
    return redirect("web:register-report", waiting.pk)


def _register(request: DeskRequest, pk: int) -> Register:
    row = get_object_or_404(Register, pk=pk)
    request.actor.demand(Right.KEEP_REGISTER, row.organ_id)
    return row


def _upload_page(
    request: DeskRequest, register: Register, form: ListForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    kind = form_of(register, timezone.localdate())
    context = {
        "register": register,
        "form": form,
        "fault": fault,
        "waiting": register.uploads.select_related("uploaded_by").defer("content")[:10],
        "columns": [(column, source_of(column)) for column in kind.columns],
    }
    return render(request, "web/register_import.html", context, status=status)


@requires(Right.READ)
@require_safe
def report(request: DeskRequest, pk: int) -> HttpResponse:
    """What keeping the file would keep and leave out: nothing is kept yet."""
    waiting = _waiting(request, pk)
    return _report_page(request, waiting, KeepForm(waiting.register))


@requires(Right.READ)
@require_POST
def keep(request: DeskRequest, pk: int) -> HttpResponse:
    """Keep the file as the next edition, or say why not and keep the file waiting."""
    waiting = _waiting(request, pk)
    form = KeepForm(waiting.register, request.POST)
    if not form.is_valid():
        return _report_page(request, waiting, form, status=400)
    try:
        edition = _keep(waiting, form.cleaned_data).perform(request.actor, timezone.now())
    except Fault as fault:
        return _report_page(request, waiting, form, fault, status_of(fault))
    messages.success(request, f"已导入为第{edition.number}版（草稿），请提交审核")
    return redirect("web:register-edition", edition.pk)


@requires(Right.READ)
@require_POST
def discard(request: DeskRequest, pk: int) -> HttpResponse:
    waiting = _waiting(request, pk)
    actions.discard(request.actor, waiting)
    messages.success(request, "已丢弃待导入清单")
    return redirect("web:register", waiting.register_id)


def _waiting(request: DeskRequest, pk: int) -> Upload:
    row = get_object_or_404(Upload.objects.select_related("register"), pk=pk)
    request.actor.demand(Right.KEEP_REGISTER, row.register.organ_id)
    return row


def _keep(waiting: Upload, asked: dict[str, Any]) -> actions.Keep:
    return actions.Keep(
        register=waiting.register,
        file_name=waiting.file_name,
        data=bytes(waiting.content),
        partial=asked.get("partial", False),
        base=asked.get("base"),
        waiting=waiting,
    )


def _report_page(
    request: DeskRequest, waiting: Upload, form: KeepForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    reading = _keep(waiting, {}).report(timezone.now())
    day = timezone.localdate()
    context = {
        "waiting": waiting,
        "register": waiting.register,
        "reading": reading,
        "total": len(reading.lines) + len(reading.bad),
        "bad": reading.bad[:SHOWN],
        "hidden": max(len(reading.bad) - SHOWN, 0),
        "audit": audit(form_of(waiting.register, day), reading.lines, day),
        "form": form,
        "fault": fault,
    }
    return render(request, "web/register_report.html", context, status=status)
