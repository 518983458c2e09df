"""Bringing a list of documents in: upload, look at the report, keep all rows or the good ones."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.chapters.decisions.validity import actions
from fazhi.chapters.decisions.validity.actions.importing import demand_own, demand_somewhere
from fazhi.chapters.decisions.validity.models import Upload
from fazhi.chapters.decisions.validity.particulars import form as columns
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.packs.registers import source_of
from fazhi.registers.audit import audit
from fazhi.registers.files.table import check_size
from fazhi.registers.files.writing import template
from fazhi.web.attachment import XLSX, attachment
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.validity import FileForm, KeepForm

SHOWN = 200
"""Refused rows on the page; the rest are counted."""


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: DeskRequest) -> HttpResponse:
    """Take the file in for its report, or refuse it whole."""
    demand_somewhere(request.actor)
    if request.method != "POST":
        return _upload_page(request, FileForm())
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _upload_page(request, form, status=400)
    file = form.cleaned_data["file"]
    try:
        check_size(file.size)
        waiting = actions.upload(request.actor, file.name, file.read(), timezone.now())
    except Fault as fault:
        return _upload_page(request, form, fault, status_of(fault))
    return redirect("web:validity-report", waiting.pk)


def _upload_page(
    request: DeskRequest, form: FileForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    rows = Upload.objects.select_related("uploaded_by").defer("content")
    if not request.actor.may(Right.KEEP_REGISTER):
        rows = rows.filter(uploaded_by=request.actor.identity)
    context = {
        "form": form,
        "fault": fault,
        "waiting": rows[:10],
        "columns": [(column, source_of(column)) for column in columns().columns],
    }
    return render(request, "web/validity_import.html", context, status=status)


@requires(Right.READ)
@require_safe
def report(request: DeskRequest, pk: int) -> HttpResponse:
    """What keeping the file would register and leave out: nothing is kept yet."""
    return _report_page(request, _waiting(request, pk), KeepForm())


@requires(Right.READ)
@require_POST
def keep(request: DeskRequest, pk: int) -> HttpResponse:
    """Register the rows, or say why not and keep the file waiting."""
    waiting = _waiting(request, pk)
    form = KeepForm(request.POST)
    form.is_valid()
    action = _import(waiting, partial=form.cleaned_data["partial"])
    try:
        rows = action.perform(request.actor, timezone.now())
    except Fault as fault:
        return _report_page(request, waiting, form, fault, status_of(fault))
    messages.success(request, f"已登记{len(rows)}件规范性文件")
    return redirect("web:validity")


@requires(Right.READ)
@require_POST
def discard(request: DeskRequest, pk: int) -> HttpResponse:
    actions.discard(request.actor, _waiting(request, pk))
    messages.success(request, "已丢弃待导入的文件目录")
    return redirect("web:validity-import")


@requires(Right.READ)
@require_safe
def blank(_request: DeskRequest) -> HttpResponse:
    """The empty workbook of the columns."""
    return attachment(template(columns()), f"{columns().title}-模板.xlsx", XLSX)


def _waiting(request: DeskRequest, pk: int) -> Upload:
    row = get_object_or_404(Upload.objects.select_related("uploaded_by"), pk=pk)
    demand_own(request.actor, row)
    return row


def _import(waiting: Upload, *, partial: bool = False) -> actions.Import:
    return actions.Import(
        file_name=waiting.file_name, data=bytes(waiting.content), partial=partial, waiting=waiting
    )


def _report_page(
    request: DeskRequest, waiting: Upload, form: KeepForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    reading = _import(waiting).report(request.actor, timezone.now())
    context = {
        "waiting": waiting,
        "reading": reading,
        "total": len(reading.lines) + len(reading.bad),
        "bad": reading.bad[:SHOWN],
        "hidden": max(len(reading.bad) - SHOWN, 0),
        "audit": audit(columns(), reading.lines, timezone.localdate()),
        "form": form,
        "fault": fault,
    }
    return render(request, "web/validity_report.html", context, status=status)
