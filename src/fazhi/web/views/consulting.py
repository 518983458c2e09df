"""The desk of public consultation: opening one, looking over comments, grouping, answering, the results."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.cases import policy
from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation import actions, period, standing
from fazhi.chapters.decisions.consultation.models import Author, Consultation, Disposition
from fazhi.chapters.decisions.consultation.terms import OPEN, PROCEDURES
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.consultation import OpenForm
from fazhi.web.step import Action, Steps, take

PAGE = 30
FILTERS = {"unseen": "待核对", "left": "待处理", "all": "全部"}


@requires(Right.READ)
@require_safe
def desk(request: DeskRequest) -> HttpResponse:
    """The consultations of the cases a person may see, and the cases that could have one."""
    seen = policy.visible(request.actor).filter(procedure__in=PROCEDURES).select_related("organ")
    rows = Consultation.objects.filter(case__in=seen).select_related("case__organ", "result")
    without = seen.filter(outcome="").exclude(pk__in=rows.values("case")).exclude(acts__name=OPEN)
    shown = [(row, standing.progress(row), standing.ended(row)) for row in rows]
    return render(request, "web/consulting_desk.html", {"rows": shown, "without": without})


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest, pk: int) -> HttpResponse:
    """Put the draft of a case before the public."""
    case = policy.found(request.actor, pk)
    if case.procedure not in PROCEDURES:
        raise Http404
    if made := Consultation.objects.filter(case=case).first():
        return redirect("web:consulting", made.pk)
    form = OpenForm(case.procedure, request.POST or None, initial=_beginning(case))
    context: dict[str, object] = {"form": form, "case": case}
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/consulting_new.html", context, status=400 if form.errors else 200)
    try:
        opened = form.action(case).perform(request.actor, timezone.now())
    except Fault as fault:
        shown = {**context, "fault": fault}
        return render(request, "web/consulting_new.html", shown, status=status_of(fault))
    messages.success(request, "已向社会公开征求意见")
    return redirect("web:consulting", opened.pk)


def _beginning(case: Case) -> dict[str, object]:
    return {"title": case.title, "until": period.until(timezone.localdate())}


@requires(Right.READ)
@require_safe
def consulting(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, _found(request, pk))


@requires(Right.READ)
@require_POST
def step(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """Perform a step; what is wrong with it is said above, and what was filled in is still there."""
    row = _found(request, pk)
    if fault := take(request, STEPS, kind, row, request.POST):
        return _page(request, row, status_of(fault), fault=fault, given=request.POST, tried=kind)
    return redirect("web:consulting", pk)


@requires(Right.READ)
@require_POST
def look(request: DeskRequest, pk: int, author: int) -> HttpResponse:
    """Who made a comment, once, on a page that no browser keeps; the look is on record."""
    row = _found(request, pk)
    found = get_object_or_404(Author, pk=author, comment__consultation=row)
    action = actions.Look(author=found, purpose=request.POST.get("purpose", ""))
    known = action.perform(request.actor, timezone.now())
    return _page(request, row, looked=found, known=known)


def _numbers(data: QueryDict) -> tuple[int, ...]:
    return tuple(int(one) for one in data.getlist("n") if one.isdecimal() and len(one) < 10)


def _moderate(row: Consultation, data: QueryDict) -> Action:
    shown, reason = data.get("shown") == "1", data.get("hidden_reason", "")
    return actions.Moderate(consultation=row, numbers=_numbers(data), shown=shown, reason=reason)


def _group(row: Consultation, data: QueryDict) -> Action:
    return actions.Put(consultation=row, numbers=_numbers(data), title=data.get("title", ""))


def _answer(row: Consultation, data: QueryDict) -> Action:
    outcome, reason = data.get("outcome", ""), data.get("reason", "")
    return actions.Answer(consultation=row, numbers=_numbers(data), outcome=outcome, reason=reason)


def _close(row: Consultation, _data: QueryDict) -> Action:
    return actions.Close(consultation=row)


def _publish(row: Consultation, data: QueryDict) -> Action:
    return actions.Publish(consultation=row, summary=data.get("summary", ""))


def _revise(row: Consultation, data: QueryDict) -> Action:
    return actions.Revise(consultation=row, text=data.get("text", ""), change=data.get("change", ""))


STEPS: Steps = {
    "moderate": (_moderate, "已核对所选意见"),
    "group": (_group, "已归为一组"),
    "answer": (_answer, "已登记处理结果"),
    "close": (_close, "征求意见已经结束"),
    "publish": (_publish, "采纳情况已经公布"),
    "revise": (_revise, "已公布修改后的草案"),
}


def _found(request: DeskRequest, pk: int) -> Consultation:
    """A consultation whose case the person may see; another is not there."""
    seen = policy.visible(request.actor)
    return get_object_or_404(Consultation.objects.select_related("case__organ").filter(case__in=seen), pk=pk)


def _page(request: DeskRequest, row: Consultation, status: int = 200, **more: object) -> HttpResponse:
    asked = request.GET.get("show", "")
    shown = asked if asked in FILTERS else "left"
    comments = standing.listed(row)
    kinds = {"unseen": comments.filter(sights=None), "left": comments.filter(disposition=None)}
    page = Paginator(kinds.get(shown, comments), PAGE).get_page(request.GET.get("page"))
    context = {
        "row": row,
        "progress": standing.progress(row),
        "ended": standing.ended(row),
        "result": standing.result(row),
        "page": page,
        "lines": standing.lines(page.object_list),
        "filters": FILTERS.items(),
        "shown": shown,
        "proposed": standing.proposed(row),
        "grouped": standing.grouped(row),
        "outcomes": Disposition.Outcome.choices,
        "latest": row.versions.latest("number"),
        **more,
    }
    return render(request, "web/consulting.html", context, status=status)
