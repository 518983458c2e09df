"""One occurrence: how it stands, every step on record, what may be done now and why the rest may not."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.duties import lateness
from fazhi.duties.models import Occurrence, Step
from fazhi.duties.permitted import permitted, situation
from fazhi.fault import Fault
from fazhi.indicators import binding
from fazhi.indicators.actions.report import Report
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.behalf import principals
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.supervision import FORMS, StepForm

Kind = Step.Kind
ORDER = (Kind.ANSWER, Kind.CONFIRM, Kind.RETURN, Kind.CHASE, Kind.ASK)


@dataclass(frozen=True)
class Act:
    """A kind of step with its form where it is permitted, or the reason why it is not."""

    kind: Kind
    form: StepForm | None
    refusal: Fault | None
    tried: bool = False
    fault: Fault | None = None
    """What the action said when the person tried."""


@requires(Right.READ)
@require_safe
def occurrence(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, _found(pk))


@requires(Right.READ)
@require_POST
def step(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """Perform a step; what is wrong with it is said beside its form, and nothing is recorded."""
    if kind not in Kind.values:
        raise Http404
    row, form = _found(pk), FORMS[Kind(kind)](request.POST, request.FILES, auto_id=f"{kind}-%s")
    if not form.is_valid():
        return _page(request, row, form, status=400)
    try:
        form.action(row).perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, form, fault, status_of(fault))
    messages.success(request, f"已{Kind(kind).label}")
    return redirect("web:occurrence", pk)


@requires(Right.READ)
@require_POST
def report(request: DeskRequest, pk: int) -> HttpResponse:
    """Answer with the figures in which the duty shows itself."""
    row = _found(pk)
    try:
        Report(occurrence=row, expected=number(request.POST.get("expected", "")) or 0).perform(
            request.actor, timezone.now()
        )
    except Fault as fault:
        return _page(request, row, fault=fault, status=status_of(fault))
    messages.success(request, "已以指标数据报送")
    return redirect("web:occurrence", pk)


def _found(pk: int) -> Occurrence:
    rows = Occurrence.objects.select_related("duty__measure__outline", "organ", "withdrawn")
    return get_object_or_404(rows, pk=pk)


def _page(
    request: DeskRequest,
    row: Occurrence,
    tried: StepForm | None = None,
    fault: Fault | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    now = situation(request.actor, row, today)
    steps = list(row.steps.select_related("person", "organ").prefetch_related("evidence"))
    acts = _acts(request, row, len(steps), today, tried, fault)
    bound = binding.of(row, today)
    context = {
        "row": row,
        "status_now": now.status,
        "last_day": row.rectify_by or row.due_on,
        "steps": steps,
        "late": lateness.of_steps(row.due_on, steps),
        "principals": principals(steps, row.organ_id),
        "may_read": request.actor.may(Right.READ_FILE, row.organ_id),
        "permitted": [act for act in acts if act.form],
        "refused": [act for act in acts if not act.form],
        "bound": bound,
        "valued": any(one.valued for one in bound),
        "seen": len(steps),
        "may_answer": any(act.kind is Kind.ANSWER and act.form for act in acts),
        "fault": None if tried else fault,
    }
    return render(request, "web/occurrence.html", context, status=status)


def _acts(
    request: DeskRequest, row: Occurrence, seen: int, today: date, tried: StepForm | None, fault: Fault | None
) -> list[Act]:
    verdicts = dict(permitted(request.actor, row, today))
    return [_act(kind, verdicts[kind], seen, tried, fault) for kind in ORDER]


def _act(kind: Kind, refusal: Fault | None, seen: int, tried: StepForm | None, fault: Fault | None) -> Act:
    form_class = FORMS[kind]
    if isinstance(tried, form_class):
        if fault and fault.code == "duties.E409":
            tried.data = {**tried.data.dict(), "expected": seen}  # type: ignore[attr-defined]
        return Act(kind, tried, refusal, tried=True, fault=fault)
    if refusal:
        return Act(kind, None, refusal)
    return Act(kind, form_class(initial={"expected": seen}, auto_id=f"{kind.value}-%s"), None)
