"""The editions of a register: their history, what each changed, and the decisions about one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.fault import Fault
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.registers.audit import audit
from fazhi.registers.difference import Difference, differences
from fazhi.registers.models import Edition, Register, Review
from fazhi.registers.permitted import Verdict, permitted
from fazhi.web import registry
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.register import DecideForm
from fazhi.web.redline import Run, runs

PAGE = 25


@dataclass(frozen=True)
class Act:
    """A decision that is permitted, with its form and why the last try was refused."""

    kind: Review.Kind
    form: DecideForm
    fault: Fault | None = None


@requires(Right.READ)
@require_safe
def editions(request: DeskRequest, pk: int) -> HttpResponse:
    """Every edition, the newest first, with what was decided about it."""
    register = get_object_or_404(Register, pk=pk)
    rows = register.editions.staged().select_related("drafted_by").order_by("-number")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {"register": register, "page": page, "query": ""}
    return render(request, "web/register_editions.html", context)


@requires(Right.READ)
@require_safe
def edition(request: DeskRequest, pk: int) -> HttpResponse:
    """What an edition changes, how its basis stands today, and what may be decided about it."""
    return _page(request, _edition(pk))


@requires(Right.READ)
@require_POST
def decide(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """Take one decision, or say why not."""
    row = _edition(pk)
    if kind not in Review.Kind.values:
        raise Http404
    form = DecideForm(Review.Kind(kind), row, request.POST)
    if not form.is_valid():
        return _page(request, row, Act(form.kind, form), 400)
    try:
        form.action(row).perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, Act(form.kind, form, fault), status_of(fault))
    messages.success(request, f"已{form.kind.label}：{row}")
    return redirect("web:register-edition", row.pk)


def _edition(pk: int) -> Edition:
    rows = Edition.objects.staged().select_related(
        "register__organ", "drafted_by", "base__register", "correction__entry"
    )
    return get_object_or_404(rows, pk=pk)


def _page(request: DeskRequest, row: Edition, tried: Act | None = None, status: int = 200) -> HttpResponse:
    verdicts = permitted(request.actor, row)
    reviews = list(row.reviews.select_related("person", "organ"))
    old = _before(request, row)
    changes = differences(old.form, old.entries.all(), row.form, row.entries.all()) if old else ()
    page = Paginator(changes, PAGE).get_page(request.GET.get("page"))
    context = {
        "edition": row,
        "register": row.register,
        "acts": _acts([kind for kind, fault in verdicts if fault is None], row, len(reviews), tried),
        "refused": [(kind, fault) for kind, fault in verdicts if fault],
        "tried_refused": _refused(verdicts, tried),
        "reviews": reviews,
        "before": old,
        "others": row.register.editions.exclude(pk=row.pk).order_by("-number"),
        "page": page,
        "lines": _lines(list(page), row, old),
        "query": f"from={old.number}&" if old else "",
        "audit": audit(row.form, row.entries.all(), timezone.localdate()),
    }
    return render(request, "web/register_edition.html", context, status=status)


def _acts(kinds: Iterable[Review.Kind], row: Edition, seen: int, tried: Act | None) -> list[Act]:
    """What is permitted, each with its form; going on stands before going back."""
    onward = sorted(kinds, key=lambda kind: kind == Review.Kind.RETURN)
    return [tried if tried and tried.kind == kind else _act(kind, row, seen) for kind in onward]


def _act(kind: Review.Kind, row: Edition, seen: int) -> Act:
    return Act(kind, DecideForm(kind, row, initial={"expected": seen}))


def _refused(verdicts: Iterable[Verdict], tried: Act | None) -> Fault | None:
    """Why the last try failed, where its form is no longer there to say so."""
    open_now = {kind for kind, fault in verdicts if fault is None}
    return tried.fault if tried and tried.kind not in open_now else None


def _before(request: DeskRequest, row: Edition) -> Edition | None:
    """The edition to compare with: the one asked for, else the one before."""
    asked = number(request.GET.get("from", ""))
    rows = row.register.editions.exclude(pk=row.pk)
    return rows.filter(number=asked or 0).first() or rows.filter(number__lt=row.number).last()


def _lines(changes: Sequence[Difference], row: Edition, old: Edition | None) -> list[tuple[Any, ...]]:
    """Each change with its wording and what the entry is called."""
    names = registry.titles((row, old) if old else (row,), [change.key for change in changes])
    return [(change, worded(change), names[change.key]) for change in changes]


def worded(change: Difference) -> list[tuple[str, tuple[Run, ...]]]:
    """The cells of a change as the wording that leads from old to new."""
    return [(cell.column, runs(cell.before, cell.after)) for cell in change.cells]
