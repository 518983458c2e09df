"""Campaigns of clean-up: opening one, the offices' conclusions, who is late, the results."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.chapters.decisions.validity import actions, campaigning
from fazhi.chapters.decisions.validity.models import Answer, Campaign, Item
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.validity import LaunchForm, PublishForm, WithdrawForm


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def campaigns(request: DeskRequest) -> HttpResponse:
    """Every campaign; a coordinator opens one here."""
    form = LaunchForm(request.POST or None, initial={"as_of": timezone.localdate()})
    if request.method != "POST" or not form.is_valid():
        return _list_page(request, form, status=400 if form.errors else 200)
    try:
        row = form.action().perform(request.actor, timezone.now())
    except Fault as fault:
        return _list_page(request, form, fault, status_of(fault))
    messages.success(request, f"已开始清理，范围内有{row.items.count()}件文件")
    return redirect("web:validity-campaign", row.pk)


def _list_page(
    request: DeskRequest, form: LaunchForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    rows = [(row, campaigning.counted(campaigning.lines(row))) for row in Campaign.objects.all()[:50]]
    may = request.actor.may(Right.SUPERVISE)
    context = {"rows": rows, "form": form if may else None, "fault": fault}
    return render(request, "web/validity_campaigns.html", context, status=status)


@requires(Right.READ)
@require_safe
def campaign(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, get_object_or_404(Campaign, pk=pk))


@requires(Right.READ)
@require_POST
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """An office's conclusion on one document; what is wrong with it is said, and what was written stays."""
    item = get_object_or_404(Item.objects.select_related("document", "organ"), pk=pk)
    said = {name: request.POST.get(name, "") for name in ("decision", "reason", "replacement")}
    try:
        actions.Respond(item=item, **said).perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, item.campaign, fault, status_of(fault), tried=item.pk)
    messages.success(request, f"已提出结论：{item.document}")
    return redirect("web:validity-campaign", item.campaign_id)


@requires(Right.SUPERVISE)
@require_POST
def publish(request: DeskRequest, pk: int) -> HttpResponse:
    """Publish the results, or say which documents have no conclusion."""
    row, form = get_object_or_404(Campaign, pk=pk), PublishForm(request.POST)
    if not form.is_valid():
        return _page(request, row, status=400, publish=form)
    try:
        form.action(row).perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, fault, status_of(fault), publish=form)
    messages.success(request, "已公布清理结果，登记簿随之更新")
    return redirect("web:validity-campaign", pk)


@requires(Right.SUPERVISE)
@require_POST
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Campaign, pk=pk)
    action = actions.Withdraw(campaign=row, text=request.POST.get("text", ""))
    try:
        action.perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, fault, status_of(fault), withdraw=WithdrawForm(request.POST))
    messages.success(request, "已撤销这次清理")
    return redirect("web:validity-campaign", pk)


def _page(
    request: DeskRequest, row: Campaign, fault: Fault | None = None, status: int = 200, **more: Any
) -> HttpResponse:
    lines, day = campaigning.lines(row), timezone.localdate()
    found, ending = campaigning.counted(lines), campaigning.ended(row)
    may = request.actor.may
    asked = [line for line in lines if not ending and may(Right.KEEP_REGISTER, line.item.organ_id)]
    context = {
        "campaign": row,
        "lines": lines,
        "mine": {line.item.pk for line in asked},
        "counts": [(decision, count) for decision, count in found.counts.items()],
        "found": found,
        "ending": ending,
        "owed": campaigning.owed(lines),
        "late": campaigning.late(lines, row, day),
        "decisions": Answer.Decision.choices,
        "posted": request.POST,
        "leads": may(Right.SUPERVISE) and not ending,
        "publish": PublishForm(initial={"effective_on": day}),
        "withdraw": WithdrawForm(),
        "fault": fault,
        **more,
    }
    return render(request, "web/validity_campaign.html", context, status=status)
