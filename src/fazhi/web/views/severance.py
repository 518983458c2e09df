"""Severing cases (分案): what becomes of the clocks of each part, and only then the act."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fazhi.cases import policy, store
from fazhi.cases.actions import Perform, Sever
from fazhi.cases.store import File
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.procedure.act import Act, Kind
from fazhi.web.casework.foresight import severing
from fazhi.web.casework.people import people_of
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.act import initial
from fazhi.web.forms.tie import SeverForm


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def sever(request: DeskRequest, pk: int, name: str) -> HttpResponse:
    """The clocks and the form; what is wrong is said beside it, and severs nothing."""
    row = policy.found(request.actor, pk)
    policy.demand_handle(request.actor, row)
    file = store.file(row)
    act = file.case.edition.act.get(name)
    if act is None or act.kind is not Kind.SEVERANCE:
        raise Http404
    if request.method != "POST":
        return _page(request, file, act, _fresh(file, act))
    people = tuple(people_of(row, timezone.localdate()))
    joined = row.lead_id is not None
    form = SeverForm(file.case.edition, act, people, request.POST, request.FILES, joined=joined)
    return (
        _tried(request, file, act, form) if form.is_valid() else _page(request, file, act, form, status=400)
    )


def _fresh(file: File, act: Act) -> SeverForm:
    today = timezone.localdate()
    people, start = tuple(people_of(file.row, today)), initial(file.row.sequence, today)
    return SeverForm(file.case.edition, act, people, initial=start, joined=file.row.lead_id is not None)


def _tried(request: DeskRequest, file: File, act: Act, form: SeverForm) -> HttpResponse:
    asked = Perform(case=file.row, expected=form.cleaned_data["expected"], **form.request())
    try:
        Sever(act=asked, titles=form.parts()).perform(request.actor, timezone.now())
    except Fault as fault:
        if status_of(fault) == 409:
            fresh = initial(file.row.sequence, timezone.localdate())
            form.data = {**form.data.dict(), **fresh}  # type: ignore[attr-defined]
        return _page(request, file, act, form, fault, status_of(fault))
    messages.success(request, f"已办理：{act.title}")
    return redirect("web:case", file.row.pk)


def _page(
    request: DeskRequest,
    file: File,
    act: Act,
    form: SeverForm,
    fault: Fault | None = None,
    status: int = 200,
) -> HttpResponse:
    whole = store.together(file.row, file.case).cases
    context = {
        "row": file.row,
        "edition": file.case.edition,
        "act": act,
        "parted": [number for number in whole if number != file.row.number],
        "changes": severing(whole, act, timezone.localtime()),
        "form": form,
        "fault": fault,
    }
    return render(request, "web/case_tie.html", context, status=status)
