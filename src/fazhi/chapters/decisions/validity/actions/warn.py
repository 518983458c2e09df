"""The district's answer to what no rule that was read says: how many days ahead an end is told of."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.validity.actions import record
from fazhi.chapters.decisions.validity.models import Advance
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right

MOST = 3_660
"""Days; more is a slip of the pen."""


@dataclass(frozen=True, kw_only=True)
class Warn:
    """Said by a coordinator, with what it rests on; a later answer replaces it from then on."""

    days: int | None
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Advance:
        """Give the answer on record."""
        actor.demand(Right.SUPERVISE)
        if self.days is None or not 0 < self.days <= MOST:
            raise Fault("validity.E043", f"天数不是1至{MOST}的整数", "请填写提前提醒的天数")
        reason = record.said(self.reason, "依据或者理由", "validity.E044")
        return Advance.objects.create(days=self.days, reason=reason, person_id=actor.identity, at=at)
