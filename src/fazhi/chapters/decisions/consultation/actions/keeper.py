"""In whose name a comment from the public goes on file: somebody of the case who may record it."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from fazhi.cases import capacity, lawbook, policy
from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation.models import Consultation
from fazhi.chapters.decisions.consultation.terms import COMMENT
from fazhi.fault import Fault
from fazhi.office.actor import Actor, actor_at
from fazhi.office.right import Right


def recorder(consultation: Consultation, row: Case, at: datetime) -> Actor:
    """Who opened the consultation, or else who handles the case now; ``Fault`` where nobody is left."""
    for person in _candidates(consultation, row):
        actor = actor_at(person, at)
        if actor.person_id and _may(actor, row) and _holds(person, row, at):
            return actor
    wrong = "现在没有能够登记意见的承办人员，您的意见没有登记"
    raise Fault("consultation.E015", wrong, "请用本页列明的其他方式提出，或者过些时候再试")


def _candidates(consultation: Consultation, row: Case) -> Iterator[int]:
    yield consultation.keeper_id
    yield from row.handlers.exclude(pk=consultation.keeper_id).order_by("pk").values_list("pk", flat=True)


def _may(actor: Actor, row: Case) -> bool:
    return actor.may(Right.HANDLE, row.organ_id) or policy.handles(actor, row)


def _holds(person: int, row: Case, at: datetime) -> bool:
    edition = lawbook.edition(row.edition_id)
    public = edition.role[edition.act[COMMENT].by]
    wanted = {edition.role[name].holder for name in public.recorded_by}
    found = capacity.people((person,), row, timezone.localdate(at))
    return any(wanted & one.posts for one in found)
