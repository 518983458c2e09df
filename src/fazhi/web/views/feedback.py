"""评价投诉: what people say about the offices' work, for those who answer it; each is a case."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fazhi.cases import lawbook, policy
from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.portal import opening, rated
from fazhi.portal.models import Limit, Rating
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.rating import LimitForm

PAGE = 30
OPEN_FIRST = (F("outcome").asc(), F("next_due").asc(nulls_last=True), "-pk")


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: DeskRequest) -> HttpResponse:
    """Bad ratings and complaints that the person may see; for leaders the figures of their own office."""
    if request.method != "POST":
        return _page(request, LimitForm(request.actor))
    form = LimitForm(request.actor, request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    try:
        form.action().perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, form, fault, status_of(fault))
    messages.success(request, "已记录；以后收到的差评按此倒计时")
    return redirect("web:feedback")


def _page(
    request: DeskRequest, form: LimitForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    today = timezone.localdate()
    seen = policy.visible(request.actor)
    bad = Rating.objects.filter(bad=True, file__in=seen).select_related("organ", "file", "case")
    bad = bad.prefetch_related("file__handlers")
    complaints = _complaints(seen)
    context = {
        "form": form,
        "fault": fault,
        "bad": _lines(request, "bad", _by_file(bad), today),
        "complaints": _lines(request, "complaints", complaints, today),
        "limits": [(organ, _answers(organ)) for organ in _led(form)],
    }
    return render(request, "web/feedback.html", context, status=status)


def _lines(request: DeskRequest, name: str, rows: QuerySet[Any], today: date) -> dict[str, Any]:
    """A page of ratings or complaints, each with how it stands; ``name`` is that of the page's number."""
    page = Paginator(rows, PAGE).get_page(request.GET.get(name))
    return {"name": name, "page": page, "rows": [(row, *_state(_case(row), today)) for row in page]}


def _case(row: Rating | Case) -> Case:
    return row.file if isinstance(row, Rating) else row


def _by_file(rows: QuerySet[Rating]) -> QuerySet[Rating]:
    return rows.order_by("file__outcome", F("file__next_due").asc(nulls_last=True), "-pk")


def _complaints(seen: QuerySet[Case]) -> QuerySet[Case]:
    known = [name for name, held in lawbook.editions().items() if opening.complains(held[-1])]
    return (
        seen.filter(procedure__in=known)
        .select_related("organ")
        .prefetch_related("handlers")
        .order_by(*OPEN_FIRST)
    )


def _state(row: Case, today: date) -> tuple[str, bool, list[str]]:
    """What was done last or how it ended, whether it is late, and who has it."""
    words = lawbook.edition(row.edition_id).words
    late = not row.outcome and row.next_due is not None and row.next_due < today
    said = words.outcome(row.outcome) if row.outcome else words.act(row.stage)
    return said, late, [person.name for person in row.handlers.all()]


def _led(form: LimitForm) -> QuerySet[Organ]:
    return form.fields["organ"].queryset  # type: ignore[attr-defined, no-any-return]


def _answers(organ: Organ) -> list[tuple[str, Limit | None]]:
    """Each step with the office's latest answer, none where it was not asked yet."""
    known = rated.limits(organ)
    return [(step.label, known.get(step.value)) for step in Limit.Step]
