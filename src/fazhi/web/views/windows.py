"""网上申请窗口: what an organ takes over the internet, opened and closed by its leaders."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fazhi.cases import lawbook
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.portal.actions import close as close_window
from fazhi.portal.models import Window
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.window import WindowForm


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def windows(request: DeskRequest) -> HttpResponse:
    """What is open, and for leaders the form; what is wrong with it is said beside it."""
    today = timezone.localdate()
    if request.method != "POST":
        return _page(request, WindowForm(request.actor, today))
    form = WindowForm(request.actor, today, request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    try:
        form.action().perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, form, fault, status_of(fault))
    messages.success(request, "窗口已开通")
    return redirect("web:windows")


@requires(Right.READ)
@require_POST
def close(request: DeskRequest, pk: int) -> HttpResponse:
    close_window(pk, request.actor, timezone.now())
    messages.success(request, "窗口已停办；已经收到的申请继续办理")
    return redirect("web:windows")


def _page(
    request: DeskRequest, form: WindowForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    rows = Window.objects.filter(closed_at=None).select_related("organ", "officer")
    lines = [(row, lawbook.editions()[row.procedure][-1].title, _leads(request, row)) for row in rows]
    leads = form.fields["organ"].queryset.exists()  # type: ignore[attr-defined]
    context = {"form": form, "fault": fault, "lines": lines, "leads": leads}
    return render(request, "web/windows.html", context, status=status)


def _leads(request: DeskRequest, row: Window) -> bool:
    return request.actor.may(Right.ISSUE, row.organ_id)
