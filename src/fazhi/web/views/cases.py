"""The queue of cases and the opening of a new one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from fazhi.cases import lawbook, policy, queue
from fazhi.cases.actions import Open
from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.models import Organ, Person
from fazhi.office.models.validity import on
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.procedure.act import Act
from fazhi.procedure.edition import Edition
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.act import initial
from fazhi.web.forms.opening import OpeningForm

PAGE = 30


@dataclass(frozen=True)
class Line:
    """A case in a list, with the words of its edition."""

    row: Case
    procedure: str
    stage: str
    outcome: str
    overdue: bool


@requires(Right.READ)
@require_safe
@vary_on_headers("HX-Request")
def cases(request: DeskRequest) -> HttpResponse:
    today = timezone.localdate()
    search = queue.search_of(request.GET)
    keys = queue.first(request.actor, search, today)
    page = Paginator(keys[: queue.MOST], PAGE).get_page(request.GET.get("page"))
    rest = request.GET.copy()
    rest.pop("page", None)
    context = {
        "search": search,
        "page": page,
        "capped": len(keys) > queue.MOST,
        "lines": [_line(row, today) for row in queue.rows(page)],
        "states": queue.STATES,
        "procedures": [(name, held[-1].title) for name, held in lawbook.editions().items()],
        "query": rest.urlencode() and f"{rest.urlencode()}&",
        "may_open": _may_open(request),
    }
    part = request.htmx and not request.htmx.history_restore_request
    return render(request, "web/cases_results.html" if part else "web/cases.html", context)


def _line(row: Case, today: date) -> Line:
    edition = lawbook.edition(row.edition_id)
    overdue = not row.outcome and row.next_due is not None and row.next_due < today
    words = edition.words
    return Line(row, edition.title, words.act(row.stage), row.outcome and words.outcome(row.outcome), overdue)


@requires(Right.READ)
@require_safe
def procedures(request: DeskRequest) -> HttpResponse:
    """Which procedure a new case follows."""
    today = timezone.localdate()
    known = [edition for held in lawbook.editions().values() for edition in held]
    inner = {sub.procedure for edition in known for sub in edition.subs}
    found = [edition for edition in known if edition.in_force(today) and edition.id not in inner]
    context = {
        "editions": found,
        "origin": _named(request, "origin"),
        "query": request.GET.urlencode(),
        "may_open": _may_open(request),
    }
    return render(request, "web/procedures.html", context)


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest, procedure: str) -> HttpResponse:
    """The first act of a new case; what is wrong is said beside the form, and nothing is opened."""
    today = timezone.localdate()
    edition = lawbook.governing(procedure, today)
    outer, origin = _named(request, "outer"), _named(request, "origin")
    act = _starting(edition, request.GET.get("act", ""))
    organs = _organs(request)
    if not organs.exists():
        request.actor.demand(Right.HANDLE)
    people = tuple(_people(organs, today))
    given: dict[str, Any] = {"initial": initial(0, today)}
    if request.method != "POST":
        return _form(request, OpeningForm(edition, act, people, organs, **given), outer)
    form = OpeningForm(edition, act, people, organs, request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, form, outer, status=400)
    sub = request.GET.get("sub", "")
    action = Open(procedure=procedure, outer=outer, sub=sub, origin=origin, **form.request())
    try:
        case = action.perform(request.actor, timezone.now())
    except Fault as fault:
        return _form(request, form, outer, fault, status_of(fault))
    messages.success(request, f"已立案：{case.number}")
    return redirect("web:case", case.pk)


def _named(request: DeskRequest, name: str) -> Case | None:
    """The case inside which, or from which on, a new one is opened, if the address names one."""
    asked = number(request.GET.get(name, ""))
    return policy.found(request.actor, asked) if asked else None


def _starting(edition: Edition, name: str) -> Act:
    starting = [act for act in edition.acts if act.starts]
    return next((act for act in starting if act.id == name), starting[0])


def _may_open(request: DeskRequest) -> bool:
    """Whether any organ's cases are the person's to open: to others the way there is not shown."""
    return any(request.actor.may(Right.HANDLE, organ) for organ in request.actor.organs())


def _organs(request: DeskRequest) -> QuerySet[Organ]:
    own = [organ for organ in request.actor.organs() if request.actor.may(Right.HANDLE, organ)]
    return Organ.objects.filter(pk__in=own)


def _people(organs: QuerySet[Organ], today: date) -> QuerySet[Person]:
    held = Person.objects.filter(on(today, "appointments__"), appointments__post__organ__in=organs)
    return held.distinct().order_by("pk")


def _form(
    request: DeskRequest,
    form: OpeningForm,
    outer: Case | None,
    fault: Fault | None = None,
    status: int = 200,
) -> HttpResponse:
    rest = request.GET.copy()
    rest.pop("act", None)
    context = {
        "outer": outer,
        "origin": _named(request, "origin"),
        "query": rest.urlencode() and f"&{rest.urlencode()}",
        "form": form,
        "edition": form.edition,
        "act": form.act,
        "starting": [act for act in form.edition.acts if act.starts],
        "fault": fault,
    }
    return render(request, "web/case_new.html", context, status=status)
