"""One case: what is on file, what may be done now and why the rest may not, the clocks, the papers."""

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.cases import policy, store
from fazhi.cases.actions import Engage, Look, Perform
from fazhi.cases.models import Paper, Party
from fazhi.cases.offer import offers
from fazhi.cases.store import File
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.models import Person
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.procedure.picture import Standing, svg
from fazhi.web.attachment import attachment
from fazhi.web.casework.choice import Tried, choices, split
from fazhi.web.casework.inner import openable
from fazhi.web.casework.people import people_of
from fazhi.web.casework.proof import Proofs, proofs
from fazhi.web.casework.record import Entry, entries
from fazhi.web.casework.tie import takes_over, ties
from fazhi.web.casework.timer import timers
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.act import ActForm, initial

CONFLICT = "cases.E409"
ACTS = 25
"""How many acts a page shows of what was done: a case of years stays as light as one of days."""


@requires(Right.READ)
@require_safe
def case(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, store.file(policy.found(request.actor, pk)))


@requires(Right.READ)
@require_safe
def clock(request: DeskRequest, pk: int, name: str) -> HttpResponse:
    """How the last day of one of its clocks comes about, day by day."""
    file = store.file(policy.found(request.actor, pk))
    timer = next((one for one in timers(file, timezone.localdate()) if one.reading.clock.id == name), None)
    if timer is None:
        raise Http404
    context = {"row": file.row, "edition": file.case.edition, "timer": timer}
    return render(request, "web/case_clock.html", context)


@requires(Right.READ)
@require_POST
def act(request: DeskRequest, pk: int, name: str) -> HttpResponse:
    """Perform an act; what is wrong with it is said beside its form, and nothing is recorded."""
    row = policy.found(request.actor, pk)
    file = store.file(row)
    known = file.case.edition.act.get(name)
    if known is None:
        raise Http404
    people = tuple(people_of(row, timezone.localdate()))
    form = ActForm(file.case.edition, known, people, request.POST, request.FILES, auto_id=f"{name}-%s")
    if not form.is_valid():
        return _page(request, file, Tried(form), 400)
    seen = form.cleaned_data["expected"]
    try:
        Perform(case=row, expected=seen, **form.request()).perform(request.actor, timezone.now())
    except Fault as fault:
        return _refused(request, pk, form, fault)
    messages.success(request, f"已办理：{known.title}")
    return redirect("web:case", pk)


def _refused(request: DeskRequest, pk: int, form: ActForm, fault: Fault) -> HttpResponse:
    """The page with the refusal beside the form; after a conflict the form speaks of the case of now."""
    row = policy.found(request.actor, pk)
    if fault.code == CONFLICT:
        now = initial(row.sequence, timezone.localdate())
        form.data = {**form.data.dict(), "expected": row.sequence, "key": now["key"]}  # type: ignore[attr-defined]
    return _page(request, store.file(row), Tried(form, fault), status_of(fault))


def _page(
    request: DeskRequest, file: File, tried: Tried | None = None, status: int = 200, **more: object
) -> HttpResponse:
    row, today = file.row, timezone.localdate()
    people, handlers = tuple(people_of(row, today)), tuple(row.handlers.order_by("pk"))
    may, may_not = split(choices(row, file.case, request.actor, people, today, tried))
    proven = proofs(file)
    context = {
        "row": row,
        "edition": file.case.edition,
        "outcome": row.outcome and file.case.edition.words.outcome(row.outcome),
        "permitted": may,
        "refused": may_not,
        "entries": _entries(request, file, proven),
        "openable": openable(file.case),
        "timers": timers(file, today),
        "parties": [(party, _role(file, party)) for party in row.parties.all()],
        "handlers": handlers,
        "others": [person for person in people if person not in handlers],
        "offers": offers(row.procedure),
        "ties": ties(request.actor, row),
        "takes_over": takes_over(request.actor, row),
        "papers": Paper.objects.filter(act__in=file.acts).defer("content").select_related("act"),
        "proofs": proven,
        **more,
    }
    return render(request, "web/case.html", context, status=status)


def _entries(request: DeskRequest, file: File, proven: Proofs) -> Page[Entry]:
    """A page of what was done; the last one, unless another is asked for."""
    pages = Paginator(entries(file, proven.days), ACTS)
    return pages.get_page(request.GET.get("page") or pages.num_pages)


def _role(file: File, party: Party) -> str:
    role = file.case.edition.role.get(party.role)
    return role.title if role else party.role


@requires(Right.READ)
@require_POST
def look(request: DeskRequest, pk: int, party: int) -> HttpResponse:
    """Who a party is, once, on a page that no browser keeps; the look is on record."""
    row = policy.found(request.actor, pk)
    found = get_object_or_404(Party, pk=party, case=row)
    purpose = request.POST.get("purpose", "")
    known = Look(party=found, purpose=purpose).perform(request.actor, timezone.now())
    return _page(request, store.file(row), looked=found, known=known)


@requires(Right.READ)
@require_POST
def engage(request: DeskRequest, pk: int) -> HttpResponse:
    """Put a person on the case or take one off."""
    row = policy.found(request.actor, pk)
    person = get_object_or_404(Person, pk=number(request.POST.get("person", "")) or 0)
    coming = request.POST.get("on") == "1"
    action = Engage(case=row, person=person, on=coming, reason=request.POST.get("reason", ""))
    action.perform(request.actor, timezone.now())
    messages.success(request, f"已{'指派' if coming else '解除指派'}：{person}")
    return redirect("web:case", pk)


@requires(Right.READ)
@require_safe
def paper(request: DeskRequest, pk: int, paper: int) -> HttpResponse:
    """A paper of the file as it was handed in."""
    row = policy.found(request.actor, pk)
    found = get_object_or_404(Paper, pk=paper, act__case=row)
    return attachment(bytes(found.content), found.file_name)


@requires(Right.READ)
@require_safe
def picture(request: DeskRequest, pk: int) -> HttpResponse:
    """The procedure with where this case stands."""
    file = store.file(policy.found(request.actor, pk))
    done = frozenset(name for name, times in file.case.state.done.items() if times)
    drawn = svg(file.case.edition, Standing(done))
    return HttpResponse(drawn, content_type="image/svg+xml; charset=utf-8")
