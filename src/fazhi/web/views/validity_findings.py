"""What the daily check found, each settled by a person; and the one setting of the check."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.chapters.decisions.validity import actions, owing, warning
from fazhi.chapters.decisions.validity.models import Check, Finding
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.choice import without
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.validity import SettleForm, WarnForm

PAGE = 20
OPEN, SETTLED = "open", "settled"


@requires(Right.READ)
@require_safe
def findings(request: DeskRequest) -> HttpResponse:
    return _page(request)


@requires(Right.READ)
@require_POST
def settle(request: DeskRequest, pk: int) -> HttpResponse:
    """A person's word on one finding."""
    row, form = get_object_or_404(Finding, pk=pk), SettleForm(request.POST)
    if not form.is_valid():
        return _page(request, tried=pk, form=form, status=400)
    try:
        actions.Settle(finding=row, **form.cleaned_data).perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, tried=pk, form=form, fault=fault, status=status_of(fault))
    messages.success(request, "已记录处理")
    return redirect("web:validity-findings")


@requires(Right.SUPERVISE)
@require_POST
def warn(request: DeskRequest) -> HttpResponse:
    """The district's answer to how many days ahead an end is told of."""
    form = WarnForm(request.POST)
    if not form.is_valid():
        return _page(request, warn=form, status=400)
    try:
        actions.Warn(**form.cleaned_data).perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, warn=form, fault=fault, status=status_of(fault))
    messages.success(request, "已记录，从下一次核查起适用")
    return redirect("web:validity-findings")


def _page(
    request: DeskRequest,
    *,
    tried: int | None = None,
    form: SettleForm | None = None,
    warn: WarnForm | None = None,
    fault: Fault | None = None,
    status: int = 200,
) -> HttpResponse:
    asked, kind = request.GET.get("show", OPEN), request.GET.get("kind", "")
    rows = Finding.objects.select_related("document__organ", "settlement__person")
    rows = rows.filter(settlement__isnull=asked != SETTLED)
    rows = rows.filter(kind=kind) if kind in Finding.Kind.values else rows
    mine = request.GET.get("mine") == "1"
    rows = owing.of(request.actor, rows) if mine else rows
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    may = request.actor.may
    context = {
        "page": page,
        "rows": [(row, may(Right.KEEP_REGISTER, row.document.organ_id)) for row in page],
        "kinds": Finding.Kind.choices,
        "kind": kind,
        "settled": asked == SETTLED,
        "mine": mine,
        "query": without(request.GET, "page"),
        "check": Check.objects.first(),
        "advance": warning.advance(),
        "who": warning.WHO,
        "tried": tried,
        "form": form or SettleForm(),
        "blank": SettleForm(),
        "warn": warn or WarnForm(),
        "may_warn": may(Right.SUPERVISE),
        "fault": fault,
    }
    return render(request, "web/validity_findings.html", context, status=status)
