"""Erasing personal data of a case: what would be lost and what stays, who proposed it and who decided."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.cases import policy, subjects
from fazhi.cases.actions import ProposeErasure, RuleErasure
from fazhi.cases.models import Case, Erasure
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.erasure import ProposeErasureForm, RuleErasureForm
from fazhi.web.step import Action

PAGE = 30


@requires(Right.READ)
@require_safe
def erasures(request: DeskRequest) -> HttpResponse:
    """What was proposed in the cases that the person may see: those that wait first, then the latest."""
    rows = _rows(Erasure.objects.filter(case__in=policy.visible(request.actor)))
    waiting_first = rows.order_by(F("ruling__at").desc(nulls_first=True), "-pk")
    page = Paginator(waiting_first, PAGE).get_page(request.GET.get("page"))
    return render(request, "web/erasures.html", {"page": page, "query": ""})


def _rows(rows: QuerySet[Erasure]) -> QuerySet[Erasure]:
    return rows.select_related("case", "by", "ruling__by")


@requires(Right.READ)
@require_safe
def erasure(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, policy.found(request.actor, pk))


def _page(
    request: DeskRequest, row: Case, form: Form | None = None, fault: Fault | None = None
) -> HttpResponse:
    held, actor = subjects.of(row), request.actor
    readable, asked = subjects.readable(one.name for one in held), list(_rows(row.erasures.all()))
    waiting = {one.subject for one in asked if not hasattr(one, "ruling")}
    ruled = isinstance(form, RuleErasureForm)
    context = {
        "row": row,
        "subjects": [(one, one.name in readable, one.name in waiting) for one in held],
        "free": any(one.name in readable and one.name not in waiting for one in held),
        "asked": asked,
        "me": actor.person_id,
        "may_rule": actor.may(Right.SUPERVISE),
        "may_propose": actor.may(Right.SUPERVISE) or policy.may_handle(actor, row),
        "propose": form if form and not ruled else ProposeErasureForm(),
        "rule": form if ruled else RuleErasureForm(),
        "form": form,
        "fault": fault,
    }
    status = status_of(fault) if fault else 400 if form else 200
    return render(request, "web/erasure.html", context, status=status)


@requires(Right.READ)
@require_POST
def propose(request: DeskRequest, pk: int) -> HttpResponse:
    row, form = policy.found(request.actor, pk), ProposeErasureForm(request.POST)
    if not form.is_valid():
        return _page(request, row, form)
    action = ProposeErasure(case=row, **form.cleaned_data)
    return _done(request, row, form, action, "已提出删除，待另一人审批")


@requires(Right.READ)
@require_POST
def rule(request: DeskRequest, pk: int, erasure: int) -> HttpResponse:
    row, form = policy.found(request.actor, pk), RuleErasureForm(request.POST)
    chosen = get_object_or_404(Erasure, pk=erasure, case=row)
    if not form.is_valid():
        return _page(request, row, form)
    given = form.cleaned_data
    action = RuleErasure(erasure=chosen, approved=given["approved"] == "yes", reason=given["reason"])
    done = "个人信息已经删除" if action.approved else "已记录：不同意删除"
    return _done(request, row, form, action, done)


def _done(request: DeskRequest, row: Case, form: Form, action: Action, said: str) -> HttpResponse:
    """Back to the page; what the action refuses is said there, and what was filled in is still there."""
    try:
        action.perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, form, fault)
    messages.success(request, said)
    return redirect("web:erasure", row.pk)
