"""In whose name a recorded step was done, where the person had the right by delegation alone (代理)."""

from collections.abc import Iterable

from fazhi.duties.models import Step
from fazhi.office.actor import actor_at
from fazhi.office.models import Delegation
from fazhi.office.right import Right


def principals(steps: Iterable[Step], organ_id: int) -> dict[int, str]:
    """Names of principals by the steps' keys; a step done in an own post is not among them."""
    rows = list(steps)
    people = {step.person_id for step in rows if step.person_id}
    lent = set(Delegation.objects.filter(delegate__in=people).values_list("delegate", flat=True))
    found = ((step.pk, _principal(step, step.person_id, organ_id)) for step in rows if step.person_id in lent)
    return {pk: name for pk, name in found if name}


def _principal(step: Step, person_id: int, organ_id: int) -> str:
    right = Right.ANSWER if step.kind == Step.Kind.ANSWER else Right.SUPERVISE
    proxy = actor_at(person_id, step.at).acts_for(right, organ_id)
    return proxy.principal if proxy else ""
