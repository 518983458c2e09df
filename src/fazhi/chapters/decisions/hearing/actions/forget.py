"""Lawful erasure of who registered: the key is destroyed, number, decision and lot stay."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases import policy
from fazhi.cases.actions import announce
from fazhi.cases.models import Event, SubjectKey
from fazhi.chapters.decisions.hearing.models import Applicant
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right


@dataclass(frozen=True, kw_only=True)
class Forget:
    """Destroy what one person said of themselves; ``ground`` is the legal ground, kept on record."""

    applicant: Applicant
    ground: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Event:
        """Give the event that records it."""
        actor.demand(Right.SUPERVISE)
        case = policy.found(actor, self.applicant.registration.hearing.case_id)
        if not self.ground.strip():
            raise Fault("cases.E026", "没有写明删除个人信息的依据", "请写明法律依据和理由")
        if not SubjectKey.objects.filter(subject=self.applicant.subject).delete()[0]:
            raise Fault("cases.E028", f"“{self.applicant.subject}”的个人信息已经删除", "无须再次删除")
        data = {"subject": self.applicant.subject, "ground": self.ground.strip()[:500], "by": actor.identity}
        return announce.tell(case, Event.Kind.ERASED, at, **data)
