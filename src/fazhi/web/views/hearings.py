"""Hearings on major decisions, for everybody: notices, registration, the draw, one's own part in it."""

import json
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.chapters.decisions.hearing import actions, names, standing
from fazhi.chapters.decisions.hearing import mine as own
from fazhi.chapters.decisions.hearing.models import Hearing, Registration
from fazhi.chapters.decisions.hearing.phase import Phase
from fazhi.chapters.decisions.hearing.standing import Standing
from fazhi.chapters.decisions.hearing.terms import ANNOUNCE, basis
from fazhi.draw.selection import Outcome, Result
from fazhi.fault import Fault
from fazhi.office.guard import public
from fazhi.office.status import status_of
from fazhi.web import citizen, flood, haste
from fazhi.web.forms.hearing import MineForm, RegisterForm, fresh
from fazhi.web.lookup_code import code_of

ASKED = "a hearing is announced to everybody, and everybody may register"
OUTCOMES = {Outcome.SELECTED: "抽中", Outcome.SUBSTITUTE: "备选", Outcome.PASSED: "未抽中"}


@public(ASKED)
@require_safe
def hearings(request: HttpRequest) -> HttpResponse:
    """The hearings by where they have come to."""
    today, rows = timezone.localdate(), Hearing.objects.select_related("case__organ")
    bands: dict[str, list[Hearing]] = {phase: [] for phase in (*list(Phase)[1:], Phase.STOPPED)}
    for row in rows:
        bands[standing.read(row).phase(today)].append(row)
    return render(request, "web/hearings.html", {"bands": bands.items(), "any": bool(rows)})


@public(ASKED)
@require_safe
def hearing(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _found(pk))


@public(ASKED)
@never_cache
@require_POST
def register(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a registration and give its number and code; what is wrong is said beside the form."""
    row = _found(pk)
    form = RegisterForm(row, request.POST)
    if not form.is_valid():
        return _page(request, row, form, status=400)
    try:
        haste.demand(request, timezone.now())
        flood.demand(request, "hearing")
        registration = form.action().perform(timezone.now())
        citizen.keep(request, own.KIND, registration.pk)
    except Fault as fault:
        return _page(request, row, form, fault, status_of(fault))
    context = {"row": row, "registration": registration, "code": code_of(registration.key)}
    return render(request, "web/hearing_received.html", context)


@public("the draw of the participants is public, with numbers and masked names alone")
@require_safe
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """What was promised and what the lot took, with all that is needed to repeat it."""
    row = _found(pk)
    if not hasattr(row, "committed"):
        raise Http404
    now = standing.read(row)
    known = names.hidden(line.row for line in now.lines)
    lines = [(one, known.get(one.id, ""), OUTCOMES.get(one.outcome, one.reason)) for one in _results(now)]
    context = {"row": row, "now": now, "lines": lines, "plan": json.loads(row.committed.plan)}
    return render(request, "web/hearing_result.html", context)


def _results(now: Standing) -> list[Result]:
    order = list(Outcome)
    results = now.record.results if now.record else ()
    return sorted(results, key=lambda one: (one.stratum, order.index(one.outcome), one.rank, one.place))


@public("with the record of a draw anybody repeats it; it holds numbers and no names")
@require_safe
def record(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001
    """The record as ``fazhi draw verify`` reads it."""
    row = _found(pk)
    if not hasattr(row, "drawing"):
        raise Http404
    answer = HttpResponse(row.drawing.record, "application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="hearing-{row.pk}-draw.json"'
    return answer


@public("whoever holds the number and the code of a registration sees what became of it, and answers for it")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """A registration found again: its standing, its withdrawal, the record to be confirmed."""
    form = MineForm(request.POST or None)
    context: dict[str, object] = {"form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/hearing_mine.html", context, status=400 if form.errors else 200)
    found: Registration | None = None
    try:
        flood.demand(request, "hearing-mine")
        found = _mine(form.cleaned_data["number"], form.cleaned_data["code"])
        context["done"] = _do(request, found)
    except Fault as fault:
        shown = {**context, **_own(found), "fault": fault}
        return render(request, "web/hearing_mine.html", shown, status=status_of(fault))
    return render(request, "web/hearing_mine.html", {**context, **_own(found)})


def opened(request: HttpRequest, key: int) -> HttpResponse:
    """One that somebody who entered owns, opened without number and code."""
    found = Registration.objects.select_related("hearing__case__organ").get(pk=key)
    context: dict[str, object] = {"form": MineForm(), "at": request.path}
    try:
        context["done"] = _do(request, found)
    except Fault as fault:
        shown = {**context, **_own(found), "fault": fault}
        return render(request, "web/hearing_mine.html", shown, status=status_of(fault))
    return render(request, "web/hearing_mine.html", {**context, **_own(found)})


def _do(request: HttpRequest, found: Registration) -> str:
    """What is asked beyond a look."""
    asked, at = request.POST.get("do", ""), timezone.now()
    if asked == "withdraw":
        actions.TakeBack(registration=found).perform(at)
        return "已经撤回报名"
    if asked in ("confirm", "object"):
        said = request.POST.get("minutes", "")
        number = int(said) if said.isdecimal() and len(said) < 5 else 0
        objection = request.POST.get("objection", "").strip() if asked == "object" else ""
        if asked == "object" and not objection:
            raise Fault("hearing.E003", "没有写明对记录的异议", "请写明记录哪里不对")
        actions.Confirm(registration=found, minutes=number, objection=objection).perform(at)
        return "已经登记您的异议" if objection else "已经确认记录"
    return ""


def _mine(number: str, code: str) -> Registration:
    found = own.found(number, code)
    if found is None:
        raise Fault("hearing.E404", "没有找到这次报名", "请核对报名编号和查询码，查询码不分大小写")
    return found


def _own(found: Registration | None) -> dict[str, object]:
    """What its page shows of a registration, once it was found."""
    if found is None:
        return {}
    now = standing.read(found.hearing)
    line = next(one for one in now.lines if one.row.pk == found.pk)
    seated = next((one for one in now.sitting if one.row.registration_id == found.pk), None)
    return {"line": line, "row": found.hearing, "now": now, "seated": seated}


def _found(pk: int) -> Hearing:
    return get_object_or_404(Hearing.objects.select_related("case__organ", "case__edition"), pk=pk)


def _page(
    request: HttpRequest,
    row: Hearing,
    form: RegisterForm | None = None,
    fault: Fault | None = None,
    status: int = 200,
) -> HttpResponse:
    now, today = standing.read(row), timezone.localdate()
    phase = now.phase(today)
    context = {
        "row": row,
        "now": now,
        "phase": phase,
        "takes": phase is Phase.REGISTERING,
        "left": (row.until - today).days,
        "total": len(now.lines),
        "listed": _listed(now, today),
        "basis": basis(row.case, ANNOUNCE),
        "form": form or RegisterForm(row, initial={**fresh(), **citizen.known(request)}),
        "fault": fault,
    }
    return render(request, "web/hearing.html", context, status=status)


def _listed(now: Standing, today: date) -> list[tuple[str, str, str, bool]]:
    """The participants as the law has them published before the hearing; nobody before the announcement."""
    if now.phase(today) is Phase.STOPPED:
        return []
    rows = [(one.row.registration, one.row.moved_up) for one in now.sitting]
    return [(row.name, row.seat.group, names.full(row), moved) for row, moved in rows]
