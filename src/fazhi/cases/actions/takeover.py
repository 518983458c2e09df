"""A case that another one was transferred to (移送): each file says where the other is."""

from fazhi.cases import policy
from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ


def check(origin: Case, organ: Organ, actor: Actor) -> None:
    """Refuse where the case was not sent to the organ, or goes on elsewhere already."""
    policy.found(actor, origin.pk)
    row = Case.objects.select_for_update(of=("self",)).get(pk=origin.pk)
    if row.sent_to_id != organ.pk:
        wrong = f"{row.number}没有移送{organ.name}"
        raise Fault("cases.E038", wrong, "请由原承办机关依法移送后再立案")
    if taken := row.offshoots.filter(inherited=0).first():
        raise Fault("cases.E039", f"{row.number}已由{taken.number}承接", "请在该案中继续办理")


def chained(origin: Case) -> dict[str, object]:
    """What the chain of the new case holds of the one before: its number and where its chain ended."""
    return {"case": origin.number, "sequence": origin.sequence, "leaf": origin.leaf}
