"""Which organs the general names of a measure mean here: the coordinator's page (系统 0.1)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fazhi.duties.actions.commit import settled
from fazhi.duties.models import Measure
from fazhi.duties.naming import Naming
from fazhi.duties.narrowing import generals, history
from fazhi.duties.stored import measure_of
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.resolution import Directory
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.narrowing import NarrowForm


@requires(Right.SUPERVISE)
@require_http_methods(["GET", "HEAD", "POST"])
def names(request: DeskRequest, pk: int) -> HttpResponse:
    """A form for each general name; a valid one changes parts and what falls due at once."""
    row = get_object_or_404(Measure.objects.select_related("outline"), pk=pk, withdrawn=False)
    forms = _forms(request, row)
    if request.method != "POST":
        return _page(request, row, forms)
    form = next((one for one in forms if one.is_bound), None)
    if form is None:
        fault = Fault("duties.E052", "这条举措没有写明这一概称", "请从举措写明的概称中选择")
        return _page(request, row, forms, fault, status_of(fault))
    if not form.is_valid():
        return _page(request, row, forms, status=400)
    try:
        done = form.action(row, back="back" in request.POST).perform(request.actor, timezone.now())
    except Fault as fault:
        form.look_again()
        return _page(request, row, forms, fault, status_of(fault))
    verb = "已认定" if done.organs else "已撤销认定"
    messages.success(request, f"{verb}：新增应办事项 {done.came} 项，撤下 {done.went} 项")
    return redirect("web:measure-names", pk)


def _forms(request: DeskRequest, row: Measure) -> list[NarrowForm]:
    """One for each name; only the one that was sent has data."""
    naming = Naming(Directory(timezone.localdate()), settled(row.outline))
    found = generals(row, measure_of(row), naming)
    seen, sent = row.narrowings.count(), request.POST.get("written") if request.method == "POST" else None
    return [
        NarrowForm(one, seen, number, request.POST if one.written == sent else None)
        for number, one in enumerate(found)
    ]


def _page(
    request: DeskRequest,
    row: Measure,
    forms: list[NarrowForm],
    fault: Fault | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"measure": row, "forms": forms, "fault": fault, "narrowings": history(row)}
    return render(request, "web/narrowing.html", context, status=status)
