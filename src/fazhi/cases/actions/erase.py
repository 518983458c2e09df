"""Lawful erasure of personal data: the key is destroyed, the chain and every proof stay."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases import policy, subjects
from fazhi.cases.actions import announce
from fazhi.cases.models import Case, Event, SubjectKey
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right


@dataclass(frozen=True, kw_only=True)
class Erase:
    """Destroy what is sealed under a subject of a case; ``ground`` is the legal ground, kept on record."""

    case: Case
    subject: str
    ground: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Event:
        """Give the event that records it; a subject that is not the case's, or is gone, is refused."""
        actor.demand(Right.SUPERVISE)
        row = policy.found(actor, self.case.pk)
        if not self.ground.strip():
            raise Fault("cases.E026", "没有写明删除个人信息的依据", "请写明法律依据和理由")
        if self.subject not in {one.name for one in subjects.of(row)}:
            raise Fault("cases.E027", f"本案没有代号“{self.subject}”", "请核对代号")
        if not SubjectKey.objects.filter(subject=self.subject).delete()[0]:
            raise Fault("cases.E028", f"“{self.subject}”的个人信息已经删除", "无须再次删除")
        ground = self.ground.strip()[:500]
        return announce.tell(
            row, Event.Kind.ERASED, at, subject=self.subject, ground=ground, by=actor.identity
        )
