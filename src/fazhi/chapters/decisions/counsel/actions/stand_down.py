"""Somebody who was asked stands down, or is taken off once an interest comes to light."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.counsel.actions import file
from fazhi.chapters.decisions.counsel.models import Assignment, Recusal
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class StandDown:
    """They are no longer asked; what they said does not count any more."""

    assignment: Assignment
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Recusal:
        """Give the record."""
        file.asking(actor, self.assignment.case_id, self.assignment.role, at)
        if Recusal.objects.filter(assignment=self.assignment).exists():
            raise Fault("counsel.E017", f"{self.assignment}已经不再受聘", "无须再次登记")
        reason = file.words(self.reason, "不再受聘的理由", 500, "counsel.E013")
        return Recusal.objects.create(
            assignment=self.assignment, reason=reason, person_id=actor.identity, at=at
        )
