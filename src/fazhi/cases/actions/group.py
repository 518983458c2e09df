"""The cases that are handled as one with a case (并案), taken together or not at all."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from fazhi.cases import policy, store
from fazhi.cases.actions import project
from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure import case as procedure

CONFLICT = "cases.E409"
REMEDY = "请查看最新记录后再办理"


def lock(pks: Iterable[int]) -> tuple[Case, ...]:
    """Cases and all that are joined to them, locked in one order: two clerks never wait for each other."""
    asked = frozenset(pks)
    leads = list(Case.objects.filter(pk__in=asked).exclude(lead=None).values_list("lead", flat=True))
    rows = Case.objects.select_for_update(of=("self",)).select_related("organ")
    wanted = Q(pk__in=asked) | Q(lead__in=leads) if leads else Q(pk__in=asked)
    held = tuple(rows.filter(wanted).order_by("pk"))
    known = {row.lead_id for row in held if row.lead_id}
    if Case.objects.filter(lead__in=known).exclude(pk__in=[row.pk for row in held]).exists():
        raise Fault(CONFLICT, "您打开页面后，又有案件并入", REMEDY)
    return held


def demand(actor: Actor, rows: Iterable[Case], expected: Mapping[int, int]) -> None:
    """Refuse who may not handle each of the cases, and who decided on another state of one of them."""
    for row in rows:
        policy.demand_handle(actor, row)
        if expected.get(row.pk, row.sequence) != row.sequence:
            raise Fault(CONFLICT, f"您打开页面后，{row.number}又有了新的办理记录", REMEDY)


def loaded(rows: Iterable[Case]) -> dict[str, procedure.Case]:
    """The cases by their numbers."""
    return {row.number: store.load(row) for row in rows}


def settle(rows: Iterable[Case], at: datetime) -> None:
    """Bring the clocks of all to what all of their acts say, once the last one is on file."""
    for row in rows:
        project.again(row, store.load(row), timezone.localdate(at))
