"""The registers on the desk: which there are, their entries, their editions, a single entry."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.packs.register_entry import RegisterEntry
from fazhi.registers import standing
from fazhi.registers.actions import open_register, open_superior
from fazhi.registers.kinds import kinds
from fazhi.registers.models import Edition, Entry, Register
from fazhi.web import registry
from fazhi.web.choice import number, without
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.register import OpenForm


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def registers(request: DeskRequest) -> HttpResponse:
    """Every register by kind; whoever keeps lists may begin one here."""
    form = OpenForm(request.actor, timezone.localdate(), request.POST or None)
    if request.method != "POST":
        return _list_page(request, form)
    if not form.is_valid():
        return _list_page(request, form, status=400)
    try:
        register = _opened(request, form.cleaned_data)
    except Fault as fault:
        return _list_page(request, form, fault, status_of(fault))
    messages.success(request, f"已建立“{register}”，请导入第一版")
    return redirect("web:register", register.pk)


def _opened(request: DeskRequest, asked: dict[str, Any]) -> Register:
    if asked.get("organ"):
        return open_register(request.actor, asked["kind"], asked["organ"], timezone.now())
    return open_superior(request.actor, asked["kind"], asked["holder"], timezone.now())


def _list_page(
    request: DeskRequest, form: OpenForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    known = kinds(timezone.localdate())
    context = {
        "bands": [(kind, _held(kind)) for kind in known],
        "form": form if _may_open(request) else None,
        "fault": fault,
    }
    return render(request, "web/registers.html", context, status=status)


def _may_open(request: DeskRequest) -> bool:
    return any(request.actor.may(Right.KEEP_REGISTER, organ) for organ in request.actor.organs())


def _held(kind: RegisterEntry) -> list[dict[str, Any]]:
    rows = Register.objects.filter(kind=kind.id).annotate(drafted=Count("editions"))
    return [_summary(row) for row in rows.order_by(F("organ").asc(nulls_last=True))]


def _summary(row: Register) -> dict[str, Any]:
    edition = standing.in_force(row)
    entries = edition.entries.count() if edition else 0
    return {"register": row, "edition": edition, "entries": entries, "latest": standing.latest(row)}


@requires(Right.READ)
@require_safe
def register(request: DeskRequest, pk: int) -> HttpResponse:
    """The entries of the edition in force, or of the one numbered ``edition``; found by words and choices."""
    row = get_object_or_404(Register, pk=pk)
    edition = edition_of(request, row)
    context: dict[str, Any] = {
        "register": row,
        "edition": edition,
        "form": edition.form if edition else standing.form_of(row, timezone.localdate()),
        "latest": standing.latest(row),
        "may_keep": request.actor.may(Right.KEEP_REGISTER, row.organ_id),
        "superiors": [] if row.superior else standing.superiors(row),
    }
    return render(request, "web/register.html", context | (found(request, edition) if edition else {}))


def edition_of(request: DeskRequest, row: Register) -> Edition | None:
    """The edition that an address names, else the one in force, else the newest draft."""
    asked = number(request.GET.get("edition", ""))
    named = row.editions.staged().filter(number=asked).first() if asked else None
    return named or standing.in_force(row) or standing.latest(row)


def found(request: Any, edition: Edition, day: date | None = None) -> dict[str, Any]:
    """One page of an edition's entries under the address's search; on a day only those that then apply."""
    kind = edition.form
    search = registry.search_of(kind, request.GET)
    rows = search.among(edition.entries.on(day) if day else edition.entries.all())
    page = Paginator(rows, registry.PAGE).get_page(request.GET.get("page"))
    return {
        "search": search,
        "filters": search.filters(kind),
        "page": page,
        "lines": [registry.line(kind, entry) for entry in page],
        "query": without(request.GET, "page"),
    }


@requires(Right.READ)
@require_safe
def entry(request: DeskRequest, pk: int) -> HttpResponse:
    """One entry, with what its citations meant when it was drafted, and the same in other editions."""
    row = get_object_or_404(Entry.objects.select_related("edition__register"), pk=pk)
    same = Entry.objects.filter(edition__register=row.edition.register, key=row.key)
    context = {
        "entry": row,
        "edition": row.edition,
        "register": row.edition.register,
        "title": registry.title(row.edition.form, row),
        "may_keep": request.actor.may(Right.KEEP_REGISTER, row.edition.register.organ_id),
        "fields": list(registry.fields(row.edition, row)),
        "others": same.exclude(pk=row.pk).select_related("edition").order_by("-edition__number"),
    }
    return render(request, "web/register_entry.html", context)
