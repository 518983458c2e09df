"""The desk of hearings: opening, looking over who registered, the draw, the announcement, the record."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.cases import policy, signing
from fazhi.chapters.decisions.hearing import actions, names, period, standing
from fazhi.chapters.decisions.hearing.models import Hearing
from fazhi.chapters.decisions.hearing.terms import ANNOUNCE, PROCEDURE
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.hearing import CommitForm, MoveForm, OpenForm
from fazhi.web.step import Action, Steps, take


@requires(Right.READ)
@require_safe
def desk(request: DeskRequest) -> HttpResponse:
    """The hearings of the cases a person may see, and the cases that could have one."""
    seen = policy.visible(request.actor).filter(procedure=PROCEDURE).select_related("organ")
    rows = Hearing.objects.filter(case__in=seen).select_related("case__organ")
    without = seen.filter(outcome="").exclude(pk__in=rows.values("case")).exclude(acts__name=ANNOUNCE)
    today = timezone.localdate()
    shown = [(now.hearing, now, now.phase(today)) for now in map(standing.read, rows)]
    return render(request, "web/hearing_desk.html", {"rows": shown, "without": without})


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest, pk: int) -> HttpResponse:
    """Open the registration for the hearing of a case."""
    case = policy.found(request.actor, pk)
    if case.procedure != PROCEDURE:
        raise Http404
    if made := Hearing.objects.filter(case=case).first():
        return redirect("web:hearing-work", made.pk)
    form = OpenForm(request.POST or None, initial={"title": case.title})
    context: dict[str, object] = {"form": form, "case": case}
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/hearing_new.html", context, status=400 if form.errors else 200)
    try:
        opened = form.action(case).perform(request.actor, timezone.now())
    except Fault as fault:
        shown = {**context, "fault": fault}
        return render(request, "web/hearing_new.html", shown, status=status_of(fault))
    messages.success(request, "已向社会公布听证报名")
    return redirect("web:hearing-work", opened.pk)


@requires(Right.READ)
@require_safe
def work(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, _found(request, pk))


@requires(Right.READ)
@require_POST
def step(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """Perform a step; what is wrong with it is said above, and what was filled in is still there."""
    row = _found(request, pk)
    if fault := take(request, STEPS, kind, row, request.POST):
        return _page(request, row, status_of(fault), fault=fault, given=request.POST, tried=kind)
    return redirect("web:hearing-work", pk)


@requires(Right.READ)
@require_POST
def look(request: DeskRequest, pk: int) -> HttpResponse:
    """Who registered, once, on a page that no browser keeps; each look is on record."""
    row = _found(request, pk)
    purpose = request.POST.get("purpose", "")
    action = actions.Look(hearing=row, numbers=_numbers(request.POST), purpose=purpose)
    try:
        known = action.perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, status_of(fault), fault=fault, given=request.POST, tried="look")
    return _page(request, row, known=known)


def _numbers(data: QueryDict) -> tuple[int, ...]:
    return tuple(int(one) for one in data.getlist("n") if one.isdecimal() and len(one) < 10)


def _filled(form: forms.Form) -> dict[str, Any]:
    """What a short form gives; its first mistake as a ``Fault``."""
    if form.is_valid():
        return form.cleaned_data
    name, errors = next(iter(form.errors.items()))
    raise Fault("hearing.E003", f"{form[name].label}：{str(errors[0]).rstrip('。')}", "请改正后重新提交")


def _rule(row: Hearing, data: QueryDict) -> Action:
    accepted, reason = data.get("accepted") == "1", data.get("reason", "")
    return actions.Rule(hearing=row, numbers=_numbers(data), accepted=accepted, reason=reason)


def _withdraw(row: Hearing, data: QueryDict) -> Action:
    return actions.Withdraw(hearing=row, numbers=_numbers(data), reason=data.get("reason", ""))


def _move(row: Hearing, data: QueryDict) -> Action:
    return actions.Move(hearing=row, **_filled(MoveForm(data)))


def _commit(row: Hearing, data: QueryDict) -> Action:
    return actions.Commit(hearing=row, **_filled(CommitForm(data)))


def _draw(row: Hearing, data: QueryDict) -> Action:
    return actions.Draw(hearing=row, value=data.get("value", "")[:500])


def _announce(row: Hearing, _data: QueryDict) -> Action:
    return actions.Announce(hearing=row)


def _move_up(row: Hearing, _data: QueryDict) -> Action:
    return actions.MoveUp(hearing=row)


def _deliver(row: Hearing, data: QueryDict) -> Action:
    return actions.Deliver(hearing=row, numbers=_numbers(data), way=data.get("way", ""))


def _attend(row: Hearing, data: QueryDict) -> Action:
    return actions.Attend(hearing=row, numbers=_numbers(data), present=data.get("present") == "1")


def _write(row: Hearing, data: QueryDict) -> Action:
    texts = {name: data.get(name, "") for name in ("introduced", "debated")}
    return actions.Write(hearing=row, **texts)


def _sign(row: Hearing, data: QueryDict) -> Action:
    return actions.Sign(hearing=row, numbers=_numbers(data))


def _hold(row: Hearing, _data: QueryDict) -> Action:
    return actions.Hold(hearing=row)


def _publish(row: Hearing, data: QueryDict) -> Action:
    return actions.Publish(hearing=row, summary=data.get("summary", ""))


STEPS: Steps = {
    "rule": (_rule, "已登记审核结果"),
    "withdraw": (_withdraw, "已登记撤回"),
    "move": (_move, "已公布变更"),
    "commit": (_commit, "名单已经固定，抽取承诺已经公布"),
    "draw": (_draw, "已经抽取，结果和记录已经公布"),
    "announce": (_announce, "听证会和参加人已经公告"),
    "move-up": (_move_up, "备选已经递补"),
    "deliver": (_deliver, "已登记送达"),
    "attend": (_attend, "已登记到会情况"),
    "write": (_write, "已保存听证会记录"),
    "sign": (_sign, "已登记签字"),
    "hold": (_hold, "听证会已经记入案卷"),
    "publish": (_publish, "意见研究采纳情况已经公布"),
}


def _found(request: DeskRequest, pk: int) -> Hearing:
    """A hearing whose case the person may see; another is not there."""
    seen = policy.visible(request.actor)
    return get_object_or_404(Hearing.objects.select_related("case__organ").filter(case__in=seen), pk=pk)


def _page(request: DeskRequest, row: Hearing, status: int = 200, **more: object) -> HttpResponse:
    now = standing.read(Hearing.objects.select_related("case__organ").get(pk=row.pk))
    likeness = [line.row.likeness for line in now.lines if not line.withdrawn]
    twins = {one for one in likeness if likeness.count(one) > 1}
    ring = signing.ring().periods
    context = {
        "row": now.hearing,
        "now": now,
        "phase": now.phase(timezone.localdate()),
        "lines": [(line, line.row.likeness in twins) for line in now.lines],
        "sitting": [(one, names.full(one.row.registration)) for one in now.sitting],
        "ended": timezone.localdate() > now.hearing.until,
        "fixed": hasattr(now.hearing, "committed") or hasattr(now.hearing, "announcement"),
        "by": period.latest(now.hearing.held_on),
        "ledger": ring[0].verifier.name if ring else "",
        **more,
    }
    return render(request, "web/hearing_work.html", context, status=status)
