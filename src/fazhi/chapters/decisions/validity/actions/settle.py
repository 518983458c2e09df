"""A person's word on what the check found: once, with a reason, and it stays on record."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.validity.actions import record
from fazhi.chapters.decisions.validity.models import Finding, Settlement
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right


@dataclass(frozen=True, kw_only=True)
class Settle:
    """By the office that answers for the document, or by a coordinator."""

    finding: Finding
    outcome: str
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Settlement:
        """Give the settlement; a finding is settled once."""
        row = record.locked(self.finding.document_id)
        actor.demand(Right.KEEP_REGISTER, row.organ_id)
        if self.outcome not in Settlement.Outcome.values:
            raise Fault("validity.E040", "没有选择如何处理", "请选择“已经处理”或者“不影响效力”")
        reason = record.said(self.reason, "处理的理由", "validity.E041")
        if Settlement.objects.filter(finding=self.finding).exists():
            raise Fault("validity.E042", "这一发现已由他人处理", "请查看处理记录")
        return Settlement.objects.create(
            finding=self.finding,
            outcome=self.outcome,
            reason=reason,
            person_id=actor.identity,
            organ_id=actor.speaks_for(row.organ_id),
            at=at,
        )
