"""The cases that are handled as one with a case (并案), taken together or not at all."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.utils import timezone

from fazhi.cases import policy, store
from fazhi.cases.actions import project
from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.prepared import Prepared
from fazhi.procedure import case as procedure

CONFLICT = "cases.E409"
REMEDY = "请查看最新记录后再办理"
LOCKED = Prepared(
    lambda *keys: Case.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
)


def lock(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Cases and all that are joined to them, locked in one order: two clerks never wait for each other.

    What they are joined to is as the rows at hand say; where that is so no more, they are to be read again.
    """
    asked = {row.pk: row.lead_id for row in cases}
    leads = {lead for lead in asked.values() if lead}
    joined = _joined(leads)
    held = tuple(LOCKED.objects(*sorted(asked.keys() | joined)))
    if any(asked.get(row.pk, row.lead_id) != row.lead_id for row in held) or _joined(leads) != joined:
        raise Fault(CONFLICT, "您打开页面后，又有案件并入或者分出", REMEDY)
    return held


def _joined(leads: Collection[int]) -> frozenset[int]:
    """The keys of all cases that follow any of these."""
    return (
        frozenset(Case.objects.filter(lead__in=leads).values_list("pk", flat=True)) if leads else frozenset()
    )


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
