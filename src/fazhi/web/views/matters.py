"""The matters of the yearly catalogue of major decisions, and which case decides each."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.chapters.decisions.archive import matters
from fazhi.chapters.decisions.archive.actions import Enlist
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest


@requires(Right.READ)
@require_safe
def desk(request: DeskRequest) -> HttpResponse:
    return _page(request)


def _page(request: DeskRequest, status: int = 200, fault: Fault | None = None) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "matters": matters.matters(request.actor, today),
        "cases": matters.unlisted(request.actor),
        "today": today,
        "fault": fault,
    }
    return render(request, "web/matters.html", context, status=status)


@requires(Right.READ)
@require_POST
def enlist(request: DeskRequest) -> HttpResponse:
    """Tie a case to a matter, given as ``7:2026-01``."""
    register, _, key = request.POST.get("matter", "").partition(":")
    case = number(request.POST.get("case", "")) or 0
    try:
        Enlist(case_id=case, register_id=number(register) or 0, key=key).perform(
            request.actor, timezone.now()
        )
    except Fault as fault:
        return _page(request, status_of(fault), fault)
    messages.success(request, "已对应到目录事项")
    return redirect("web:matters")
