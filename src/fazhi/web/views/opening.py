"""Putting the duties of an outline before the public, and taking them back: the coordinator's page."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fazhi.duties.models import Outline
from fazhi.fault import Fault
from fazhi.library import shelf
from fazhi.library.actions import CloseDuties, OpenDuties
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.publishing import CloseForm, OpenForm


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: DeskRequest, pk: int) -> HttpResponse:
    """Whether the duties are public, the act that changes it, and what was done before."""
    row = get_object_or_404(Outline, pk=pk)
    request.actor.demand(Right.SUPERVISE)
    is_open = row.openings.filter(closing=None).exists()
    if request.method != "POST":
        return _page(request, row, CloseForm() if is_open else OpenForm())
    form = CloseForm(request.POST) if "reason" in request.POST else OpenForm(request.POST)
    if not form.is_valid():
        return _page(request, row, form, status=400)
    try:
        _act(row, form).perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, form, fault, status_of(fault))
    messages.success(request, "已停止公开" if isinstance(form, CloseForm) else "任务已经公开")
    return redirect("web:opening", pk)


def _act(row: Outline, form: forms.Form) -> OpenDuties | CloseDuties:
    if isinstance(form, CloseForm):
        return CloseDuties(outline=row, reason=form.cleaned_data["reason"])
    return OpenDuties(outline=row, review=form.cleaned_data["review"])


def _page(
    request: DeskRequest, row: Outline, form: forms.Form, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    openings = list(row.openings.select_related("by", "closing__by"))
    context = {
        "row": row,
        "form": form,
        "closes": isinstance(form, CloseForm),
        "fault": fault,
        "openings": openings,
        "is_open": any(not hasattr(one, "closing") for one in openings),
        "documents": shelf.published().filter(outline=row),
    }
    return render(request, "web/opening.html", context, status=status)
