"""A register checked: its basis against the law of a day, its entries against the superior's list."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.chapters.decisions.validity.references import unusable
from fazhi.fault import Fault
from fazhi.law.moment import day_of, moment
from fazhi.office.guard import requires
from fazhi.office.right import Right
from fazhi.registers import standing
from fazhi.registers.alignment import Aligned, List, Standing, align
from fazhi.registers.audit import audit as check
from fazhi.registers.finding import Flaw
from fazhi.registers.models import Edition, Register
from fazhi.web import registry
from fazhi.web.choice import number, without
from fazhi.web.desk import DeskRequest
from fazhi.web.redline import runs
from fazhi.web.views.registers import edition_of

PAGE = 30
SHOWN = (Standing.CONFLICT, Standing.FOLLOW, Standing.OWN, Standing.BOTH)


@requires(Right.READ)
@require_safe
def audit(request: DeskRequest, pk: int) -> HttpResponse:
    """Every entry whose basis is wrong on a day, by default today."""
    register = get_object_or_404(Register, pk=pk)
    edition = edition_of(request, register)
    if edition is None:
        raise _empty(register)
    day = day_of(moment(request.GET["on"])) if request.GET.get("on") else timezone.localdate()
    found = check(edition.form, edition.entries.all(), day)
    flaw = request.GET.get("flaw", "")
    shown = [finding for finding in found.findings if not flaw or finding.flaw == flaw]
    keys = dict(edition.entries.filter(key__in={f.key for f in shown}).values_list("key", "pk"))
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    context = {
        "register": register, "edition": edition, "day": day, "audit": found, "flaw": flaw, "page": page,
        "rows": [(finding, keys[finding.key]) for finding in page],
        "chips": [(kind.value, kind.label, count) for kind, count in found.counts.items()],
        "unusable": unusable(edition, day),
        "known": flaw in set(Flaw),
        "query": without(request.GET, "page"),
        "query_any_flaw": without(request.GET, "page", "flaw"),
    }  # fmt: skip
    return render(request, "web/register_audit.html", context)


def _empty(register: Register) -> Fault:
    return Fault("registers.E050", f"“{register}”还没有任何版本", "请先导入清单")


@requires(Right.READ)
@require_safe
def alignment(request: DeskRequest, pk: int) -> HttpResponse:
    """Ours beside a superior's list, entry by entry, from the edition that ours was brought in line with."""
    register = get_object_or_404(Register, pk=pk)
    ours = edition_of(request, register)
    if ours is None:
        raise _empty(register)
    base, theirs = _sides(request, register, ours)
    found = align(listed(base), listed(theirs), listed(ours))
    asked = request.GET.get("standing", "")
    wanted = [one for one in found if (one.standing == asked if asked else one.standing in SHOWN)]
    page = Paginator(wanted, PAGE).get_page(request.GET.get("page"))
    names = registry.titles((ours, theirs, base), [one.key for one in page])
    context = {
        "register": register, "ours": ours, "base": base, "theirs": theirs, "asked": asked, "page": page,
        "rows": [(one, _worded(one), names[one.key]) for one in page],
        "chips": [(kind, sum(one.standing is kind for one in found)) for kind in Standing],
        "editions": theirs.register.editions.order_by("-number"),
        "query": without(request.GET, "page"),
        "query_any_standing": without(request.GET, "page", "standing"),
    }  # fmt: skip
    return render(request, "web/register_alignment.html", context)


def _sides(request: DeskRequest, register: Register, ours: Edition) -> tuple[Edition, Edition]:
    """The superior's two editions: the one ours follows and their newest, unless the address names others."""
    asked = {side: number(request.GET.get(side, "")) or 0 for side in ("base", "theirs")}
    held = Edition.objects.filter(register__in=standing.superiors(register)).select_related("register")
    base = held.filter(pk=asked["base"]).first() or ours.base or held.first()
    if base is None:
        wrong = f"还没有可供对照的上级“{register.title}”"
        raise Fault("registers.E051", wrong, "请由统筹协调人员在“清单”页建立上级清单并导入")
    same = held.filter(register=base.register_id)
    theirs = same.filter(pk=asked["theirs"]).first() or same.last()
    return base, theirs or base


def listed(edition: Edition) -> List:
    """An edition as one of three lists."""
    return List(edition.form, tuple(edition.entries.all()))


def _worded(one: Aligned) -> list[dict[str, Any]]:
    """By head what the superior changed and what we did, each as wording."""
    theirs, ours = ({cell.column: cell for cell in cells} for cells in (one.theirs, one.ours))
    return [
        {
            "head": head,
            "theirs": runs(theirs[head].before, theirs[head].after) if head in theirs else (),
            "ours": runs(ours[head].before, ours[head].after) if head in ours else (),
        }
        for head in dict.fromkeys((*theirs, *ours))
    ]
