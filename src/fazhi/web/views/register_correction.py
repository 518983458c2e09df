"""Correct one entry of a list: fill in, see what would differ, keep it as a draft edition."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.registers.actions import Correct
from fazhi.registers.audit import audit
from fazhi.registers.models import Entry
from fazhi.registers.standing import newest
from fazhi.web import registry
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.correction import CorrectionForm
from fazhi.web.redline import runs

UNTOLD = ("csrfmiddlewaretoken", "back", "confirm")


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """``back`` returns from the differences to the form, ``confirm`` keeps what they show."""
    row = get_object_or_404(Entry.objects.select_related("edition__register__organ"), pk=pk)
    request.actor.demand(Right.KEEP_REGISTER, row.edition.register.organ_id)
    form = CorrectionForm(row.edition.form, row, request.POST or None)
    if request.method != "POST" or "back" in request.POST:
        return _page(request, row, form)
    if not form.is_valid():
        return _page(request, row, form, status=400)
    data = form.cleaned_data
    action = Correct(entry=row, cells=form.cells, reason=data["reason"], basis=data["basis"])
    try:
        return _tried(request, row, form, action)
    except Fault as fault:
        return _page(request, row, form, status=status_of(fault), fault=fault)


def _tried(request: DeskRequest, row: Entry, form: CorrectionForm, action: Correct) -> HttpResponse:
    now = timezone.now()
    if bad := action.reading(now).bad:
        form.tell(bad[0])
        return _page(request, row, form, status=400)
    if "confirm" not in request.POST:
        return _page(request, row, form, **_preview(request, row, action))
    edition = action.perform(request.actor, now)
    messages.success(request, f"已更正，形成第{edition.number}版（草稿），请提交审核")
    return redirect("web:register-edition", edition.pk)


def _preview(request: DeskRequest, row: Entry, action: Correct) -> dict[str, Any]:
    """What would differ, and what the audit would find in the entry afterwards."""
    now = timezone.now()
    changes = action.changes(now)
    found = audit(row.edition.form, action.reading(now).lines, timezone.localdate(now))
    return {
        "changes": [(cell.column, runs(cell.before, cell.after)) for cell in changes],
        "findings": found.findings,
        "answers": [(name, value) for name, value in request.POST.items() if name not in UNTOLD],
    }


def _page(
    request: DeskRequest, row: Entry, form: CorrectionForm, status: int = 200, **more: Any
) -> HttpResponse:
    last = newest(row.edition.register)
    newer = last if last and last.pk != row.edition_id else None
    context = {
        "entry": row,
        "edition": row.edition,
        "register": row.edition.register,
        "title": registry.title(row.edition.form, row),
        "form": form,
        "newer": newer,
        "there": newer.entries.filter(key=row.key).first() if newer else None,
        **more,
    }
    return render(request, "web/register_correction.html", context, status=status)
