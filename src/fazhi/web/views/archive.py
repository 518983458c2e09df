"""The file of a decision: its index, what is missing and whose it is, its closing and its hand-over."""

from collections.abc import Callable
from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST, require_safe

from fazhi.cases import lawbook, policy, store
from fazhi.cases.models import Case
from fazhi.chapters.decisions.archive import actions, bundle, export, sheets, standing, term
from fazhi.chapters.decisions.archive.actions import keeper
from fazhi.chapters.decisions.archive.actions.fix_term import STARTS
from fazhi.chapters.decisions.archive.demand import PROCEDURES
from fazhi.chapters.decisions.archive.models import Closing, Term
from fazhi.chapters.decisions.archive.standing import Standing
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.attachment import attachment
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest
from fazhi.web.step import Action, Steps, take

PAGE = 10
"""Each line folds its whole case."""


@requires(Right.READ)
@require_safe
def desk(request: DeskRequest) -> HttpResponse:
    """The files of the decisions that one may see, with how each stands; the latest act first."""
    rows = policy.visible(request.actor).filter(procedure__in=PROCEDURES).select_related("organ")
    page = Paginator(rows.order_by("-latest_on", "-pk"), PAGE).get_page(request.GET.get("page"))
    lines = [(standing.standing(row), lawbook.edition(row.edition_id).title) for row in page]
    return render(request, "web/archive_desk.html", {"page": page, "lines": lines})


@requires(Right.READ)
@require_safe
def file(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, _row(request, pk))


@requires(Right.READ)
@require_POST
def step(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """A step; what is wrong with it is said above, and what was filled in is still there."""
    row = _row(request, pk)
    if fault := take(request, STEPS, kind, request, row):
        return _page(request, _row(request, pk), status_of(fault), fault=fault, tried=kind)
    return redirect("web:file", pk)


def _row(request: DeskRequest, pk: int) -> Case:
    row = policy.found(request.actor, pk)
    if row.procedure not in PROCEDURES:
        raise Http404
    return row


def _page(request: DeskRequest, row: Case, status: int = 200, **more: object) -> HttpResponse:
    now = standing.of(store.file(row))
    edition = now.file.case.edition
    today = timezone.localdate()
    context = {
        "row": row,
        "now": now,
        "edition": edition,
        "items": tuple(enumerate(now.index.items, 1)),
        "objection": keeper.objection(request.actor, now.file, today),
        "handles": request.actor.may(Right.HANDLE, row.organ_id) or policy.handles(request.actor, row),
        "keeper_title": edition.role[now.demands.keeper].title,
        "due": term.due(now.file),
        "asked": term.ASKED,
        "answers": request.actor.may(Right.ISSUE, row.organ_id),
        "starts": [(act, edition.act[act].title) for act in STARTS if act in edition.act],
        "units": Term.Unit.choices,
        "posted": request.POST,
        **more,
    }
    return render(request, "web/file.html", context, status=status)


def _supply(request: DeskRequest, row: Case) -> Action:
    file = request.FILES.get("file")
    if file is None:
        raise Fault("archive.E004", "没有选择文件", "请选择要补入的文件")
    where, title = _item(request)
    reason = request.POST.get("reason", "")
    return actions.Supply(
        case_id=row.pk,
        number=where,
        title=title or request.POST.get("title", ""),
        file_name=file.name or "",
        content=file.read(),
        reason=reason,
    )


def _waive(request: DeskRequest, row: Case) -> Action:
    where, title = _item(request)
    reason = request.POST.get("reason", "")
    return actions.Waive(case_id=row.pk, number=where, title=title, reason=reason)


def _item(request: DeskRequest) -> tuple[int, str]:
    """The act and the paper chosen, as ``3:解读材料``."""
    where, _, title = request.POST.get("item", "").partition(":")
    return (int(where) if where.isdecimal() and len(where) < 7 else 0), title


def _close(request: DeskRequest, row: Case) -> Action:
    return actions.Close(case_id=row.pk, expected=number(request.POST.get("expected", "")) or 0)


def _hand_over(request: DeskRequest, row: Case) -> Action:
    given = request.POST
    digest, receiver = given.get("digest", ""), given.get("receiver", "")
    return actions.HandOver(case_id=row.pk, digest=digest, on=_day(given.get("on", "")), receiver=receiver)


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _fix_term(request: DeskRequest, row: Case) -> Action:
    given = request.POST
    return actions.FixTerm(
        organ=row.organ,
        since=given.get("since", ""),
        amount=number(given.get("amount", "")) or 0,
        unit=given.get("unit", ""),
        source=given.get("source", ""),
    )


STEPS: Steps = {
    "supply": (_supply, "已补入卷宗"),
    "waive": (_waive, "已记录不适用的理由"),
    "close": (_close, "已归档"),
    "hand-over": (_hand_over, "已登记移交"),
    "term": (_fix_term, "已记录移交期限的答复"),
}


@requires(Right.READ)
@require_safe
def sheet(request: DeskRequest, pk: int, place: str) -> HttpResponse:
    """A paper of the file, also one that came in later."""
    found = sheets.content(place, store.file(_row(request, pk)).acts)
    if found is None:
        raise Http404
    return attachment(found[1], found[0])


@requires(Right.READ)
@require_safe
def index(request: DeskRequest, pk: int, form: str) -> HttpResponse:
    """The index as CSV or PDF, or the whole file as a bundle with its digests."""
    row = _row(request, pk)
    if form not in FORMS:
        raise Http404
    write, kind, ending = FORMS[form]
    content = write(standing.of(store.file(row)))
    return attachment(content, f"{ending} {row.number}.{form}", kind)


FORMS: dict[str, tuple[Callable[[Standing], bytes], str, str]] = {
    "csv": (lambda now: export.csv(now.index), "text/csv; charset=utf-8", "卷内目录"),
    "pdf": (export.pdf, "application/pdf", "卷内目录"),
    "zip": (bundle.bundle, "application/zip", "卷宗"),
}


@requires(Right.READ)
@require_safe
def closing(request: DeskRequest, pk: int, nth: int) -> HttpResponse:
    """The index as a closing fixed it, byte for byte."""
    row = get_object_or_404(Closing, case=_row(request, pk), number=nth)
    return attachment(bytes(row.content), f"归档目录 {row.case.number} {nth}.json", "application/json")
