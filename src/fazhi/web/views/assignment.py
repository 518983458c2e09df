"""Laying a duty on a further organ: a coordinator's decision, recorded as the first step (系统 0.2)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fazhi.duties.models import Duty
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.assignment import AssignForm


@requires(Right.SUPERVISE)
@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: DeskRequest, pk: int) -> HttpResponse:
    """The form; a valid one opens an occurrence for the organ and leads to it."""
    duty = get_object_or_404(Duty.objects.select_related("measure__outline"), pk=pk)
    form = AssignForm(request.POST or None)
    if request.method != "POST":
        return _page(request, duty, form)
    if not form.is_valid():
        return _page(request, duty, form, status=400)
    try:
        step = form.action(duty).perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, duty, form, fault, status_of(fault))
    messages.success(request, f"已交办{step.occurrence.organ}")
    return redirect("web:occurrence", step.occurrence_id)


def _page(
    request: DeskRequest, duty: Duty, form: AssignForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    return render(request, "web/assign.html", {"duty": duty, "form": form, "fault": fault}, status=status)
