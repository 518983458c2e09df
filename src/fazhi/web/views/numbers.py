"""文号: take one, say what became of one, and see every number of a series with its explanation."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.documents import policy
from fazhi.documents.actions import Reserve, Use, Void
from fazhi.documents.models import Number, Series
from fazhi.documents.numbering import accounts
from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.number import FateForm, ReserveForm

PAGE = 50
KINDS = ("used", "voided", "open")


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def numbers(request: DeskRequest) -> HttpResponse:
    """Every series one may see with its account; whoever may draft takes a number here."""
    organs = frozenset(one for one in request.actor.organs() if request.actor.may(Right.DRAFT, one))
    if request.method != "POST":
        return _list(request, ReserveForm(organs))
    form = ReserveForm(organs, request.POST)
    if not form.is_valid():
        return _list(request, form, status=400)
    try:
        data = form.cleaned_data
        number = Reserve(data["organ"], data["series"], data["purpose"]).perform(
            request.actor, timezone.now()
        )
    except Fault as fault:
        return _list(request, form, fault, status_of(fault))
    messages.success(request, f"已取号：{number}")
    return redirect("web:series", number.series_id)


def _list(
    request: DeskRequest, form: ReserveForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    page = Paginator(policy.series(request.actor), PAGE).get_page(request.GET.get("page"))
    may_take = form.fields["organ"].queryset.exists()  # type: ignore[attr-defined]
    context = {"page": page, "listed": accounts(page), "form": form if may_take else None, "fault": fault}
    return render(request, "web/numbers.html", context, status=status)


@requires(Right.READ)
@require_safe
def series(request: DeskRequest, pk: int) -> HttpResponse:
    """The newest first; ``kind`` narrows to the used, the voided or those still open."""
    return _page(request, _series(request, pk))


def _series(request: DeskRequest, pk: int) -> Series:
    return get_object_or_404(policy.series(request.actor), pk=pk)


def _page(
    request: DeskRequest, row: Series, status: int = 200, tried: tuple[int, Any] | None = None, **more: Any
) -> HttpResponse:
    kind = request.GET.get("kind", "")
    rows = row.numbers.select_related("reserved_by", "fate__by", "issue__version").order_by("-value")
    if kind in KINDS:
        rows = rows.filter(fate=None) if kind == "open" else rows.filter(fate__kind=kind)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    shown = [one.issue.version.document_id for one in page if hasattr(one, "issue")]
    context = {
        "row": row, "account": accounts([row])[0][1], "page": page, "kind": kind,
        "visible": set(policy.visible(request.actor).filter(pk__in=shown).values_list("pk", flat=True)),
        "lines": [(one, _form(one, tried)) for one in page],
        "may_draft": request.actor.may(Right.DRAFT, row.organ_id),
        "query": f"kind={kind}&" if kind in KINDS else "", **more,
    }  # fmt: skip
    return render(request, "web/series.html", context, status=status)


def _form(one: Number, tried: tuple[int, Any] | None) -> Any:
    return tried[1] if tried and tried[0] == one.value else FateForm(auto_id=f"fate-{one.value}-%s")


@requires(Right.READ)
@require_POST
def settle(request: DeskRequest, pk: int, value: int) -> HttpResponse:
    """Void an open number with its reason, or say which paper bears it."""
    row = _series(request, pk)
    number = get_object_or_404(Number.objects.select_related("series"), series=row, value=value)
    form = FateForm(request.POST, auto_id=f"fate-{value}-%s")
    if not form.is_valid():
        return _page(request, row, 400, (value, form))
    words = form.cleaned_data["words"]
    action = Void(number, words) if form.cleaned_data["fate"] == "void" else Use(number, words)
    try:
        fate = action.perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, status_of(fault), (value, form), fault=fault)
    messages.success(request, f"{number}{fate.get_kind_display()}")
    return redirect("web:series", pk)
