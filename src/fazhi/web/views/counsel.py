"""The desk of experts and advisers: who was asked in which case, what they said, which units have one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.cases import lawbook, policy
from fazhi.cases.models import Case
from fazhi.chapters.decisions.counsel import actions, standing
from fazhi.chapters.decisions.counsel.actions.file import ASKING
from fazhi.chapters.decisions.counsel.coverage import UNDETERMINED, coverage
from fazhi.chapters.decisions.counsel.models import Assignment
from fazhi.chapters.decisions.counsel.models.opinion import EXPERT, LEGAL
from fazhi.chapters.decisions.counsel.terms import LISTS, PROCEDURES
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.registers.models import Register
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.counsel import AssignForm
from fazhi.web.step import Action, Steps, take

PAGE = 30


@requires(Right.READ)
@require_safe
def desk(request: DeskRequest) -> HttpResponse:
    """Which units have a lawyer or adviser, and who was asked in the cases a person may see."""
    rows = Assignment.objects.filter(case__in=policy.visible(request.actor)).order_by("-at", "-pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    kinds = {kind for names in LISTS.values() for kind in names}
    context = {
        "page": page,
        "lines": standing.lines(rows.filter(pk__in=[one.pk for one in page])),
        "coverage": coverage(timezone.localdate()),
        "undetermined": UNDETERMINED,
        "registers": Register.objects.filter(kind__in=kinds),
    }
    return render(request, "web/counsel_desk.html", context)


@requires(Right.READ)
@require_safe
def adviser(request: DeskRequest, pk: int) -> HttpResponse:
    """Everything one expert or adviser was asked, in the cases a person may see."""
    seen = Assignment.objects.filter(case__in=policy.visible(request.actor))
    row = get_object_or_404(seen, pk=pk)
    found = standing.lines(standing.asked(row).filter(pk__in=seen))
    return render(request, "web/counsel_adviser.html", {"row": row, "lines": found})


@requires(Right.READ)
@require_safe
def case(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, _found(request, pk))


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: DeskRequest, pk: int, role: str) -> HttpResponse:
    """Ask somebody in a role."""
    row = _found(request, pk)
    if role not in _roles(row):
        raise Http404
    form = AssignForm(role, timezone.localdate(), request.POST or None)
    context: dict[str, object] = {"form": form, "row": row, "role": Assignment.Role(role).label}
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/counsel_choose.html", context, status=400 if form.errors else 200)
    try:
        made = form.action(row).perform(request.actor, timezone.now())
    except Fault as fault:
        shown = {**context, "fault": fault}
        return render(request, "web/counsel_choose.html", shown, status=status_of(fault))
    messages.success(request, f"已登记选聘{made}")
    return redirect("web:counsel-case", pk)


@requires(Right.READ)
@require_POST
def step(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """Perform a step; what is wrong with it is said above, and what was filled in is still there."""
    row = _found(request, pk)
    if fault := take(request, STEPS, kind, row, request.POST):
        return _page(request, row, status_of(fault), fault=fault, given=request.POST, tried=kind)
    return redirect("web:counsel-case", pk)


def _one(row: Case, data: QueryDict) -> Assignment:
    return get_object_or_404(Assignment, case=row, pk=number(data.get("assignment", "")) or 0)


def _note(row: Case, data: QueryDict) -> Action:
    return actions.Note(
        assignment=_one(row, data),
        material=number(data.get("material", "")) or 0,
        conclusion=data.get("conclusion", ""),
        text=data.get("text", ""),
        written=data.get("written") == "1",
        signed=data.get("signed") == "1",
    )


def _advise(row: Case, data: QueryDict) -> Action:
    return actions.Advise(
        assignment=_one(row, data),
        material=number(data.get("material", "")) or 0,
        conclusion=data.get("conclusion", ""),
        text=data.get("text", ""),
    )


def _stand_down(row: Case, data: QueryDict) -> Action:
    return actions.StandDown(assignment=_one(row, data), reason=data.get("reason", ""))


def _argue(row: Case, _data: QueryDict) -> Action:
    return actions.Argue(case_id=row.pk)


STEPS: Steps = {
    "note": (_note, "已登记论证意见"),
    "advise": (_advise, "法律意见已经提出，并记入案卷"),
    "stand-down": (_stand_down, "已登记不再受聘"),
    "argue": (_argue, "专家论证已经记入案卷"),
}


def _found(request: DeskRequest, pk: int) -> Case:
    """A case of chapter 六 that the person may see."""
    row = policy.found(request.actor, pk)
    if row.procedure not in PROCEDURES:
        raise Http404
    return row


def _roles(row: Case) -> tuple[Assignment.Role, ...]:
    known = lawbook.edition(row.edition_id).act
    return tuple(role for role, act in ASKING.items() if act in known)


def _page(request: DeskRequest, row: Case, status: int = 200, **more: object) -> HttpResponse:
    context = {
        "row": row,
        "now": standing.read(row),
        "offered": _roles(row),
        "materials": standing.materials(row),
        "conclusions": {"expert": EXPERT, "legal": LEGAL},
        "me": request.actor.identity,
        **more,
    }
    return render(request, "web/counsel_case.html", context, status=status)
