"""Joining cases (并案): which ones may be, what becomes of their clocks, and only then the act."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fazhi.cases import policy, store
from fazhi.cases.actions import Join, Perform
from fazhi.cases.models import Case
from fazhi.cases.store import File
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.procedure.act import Act, Kind
from fazhi.web.casework.foresight import joining
from fazhi.web.casework.people import people_of
from fazhi.web.casework.tie import candidates
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.act import initial
from fazhi.web.forms.tie import JoinForm, seen


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: DeskRequest, pk: int, name: str) -> HttpResponse:
    """First the choice of cases, then the clocks and the form; what is wrong joins nothing."""
    row = policy.found(request.actor, pk)
    policy.demand_handle(request.actor, row)
    file = store.file(row)
    act = file.case.edition.act.get(name)
    if act is None or act.kind is not Kind.JOINDER:
        raise Http404
    found = candidates(request.actor, row, name, timezone.localdate())
    asked = frozenset(request.GET.getlist("with"))
    chosen = tuple(one.row for one in found if not one.why and str(one.row.pk) in asked)
    if not chosen:
        return _page(request, file, act, {"candidates": found, "asked": bool(asked)})
    return (
        _tried(request, file, act, chosen) if request.method == "POST" else _form(request, file, act, chosen)
    )


def _tried(request: DeskRequest, file: File, act: Act, chosen: tuple[Case, ...]) -> HttpResponse:
    people = tuple(people_of(file.row, timezone.localdate()))
    form = JoinForm(file.case.edition, act, people, request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, file, act, chosen, form=form, status=400)
    asked = Perform(case=file.row, expected=form.cleaned_data["expected"], **form.request())
    try:
        Join(act=asked, seen=form.others()).perform(request.actor, timezone.now())
    except Fault as fault:
        return _form(request, file, act, chosen, form=form, fault=fault, status=status_of(fault))
    messages.success(request, f"已办理：{act.title}")
    return redirect("web:case", file.row.pk)


def _form(
    request: DeskRequest,
    file: File,
    act: Act,
    chosen: tuple[Case, ...],
    form: JoinForm | None = None,
    fault: Fault | None = None,
    status: int = 200,
) -> HttpResponse:
    now = timezone.localtime()
    whole = dict(store.together(file.row, file.case).cases)
    for one in chosen:
        whole |= store.together(one, store.load(one)).cases
    fresh = initial(file.row.sequence, now.date()) | {"seen": seen(chosen)}
    if form and fault and status == 409:
        form.data = {**form.data.dict(), **fresh}  # type: ignore[attr-defined]
    people = tuple(people_of(file.row, now.date()))
    context = {
        "chosen": chosen,
        "changes": joining(whole, act, now),
        "form": form or JoinForm(file.case.edition, act, people, initial=fresh),
        "fault": fault,
    }
    return _page(request, file, act, context, status)


def _page(
    request: DeskRequest, file: File, act: Act, context: dict[str, object], status: int = 200
) -> HttpResponse:
    base = {"row": file.row, "edition": file.case.edition, "act": act}
    return render(request, "web/case_tie.html", base | context, status=status)
