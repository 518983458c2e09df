"""Showing comments to everybody, or keeping their words back with a reason; no comment is ever deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.consultation.actions import record
from fazhi.chapters.decisions.consultation.models import Comment, Consultation, Sight
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Moderate:
    """A decision over some comments; hidden ones keep their number, their place and the reason."""

    consultation: Consultation
    numbers: Sequence[int]
    shown: bool
    reason: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> int:
        """Give how many were decided."""
        record.demand(actor, self.consultation)
        rows = chosen(self.consultation, self.numbers)
        reason = "" if self.shown else record.words(self.reason, "不公开的理由", 500, "consultation.E020")
        Sight.objects.bulk_create(
            Sight(comment=row, shown=self.shown, reason=reason, person_id=actor.identity, at=at)
            for row in rows
        )
        return len(rows)


def chosen(consultation: Consultation, numbers: Sequence[int]) -> list[Comment]:
    """The comments of some numbers; ``Fault`` where none was chosen or one is not there."""
    wanted = set(numbers)
    rows = list(consultation.comments.filter(number__in=wanted))
    if not wanted or len(rows) < len(wanted):
        raise Fault("consultation.E021", "没有选择意见，或者没有这一编号的意见", "请重新选择意见")
    return rows
