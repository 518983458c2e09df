"""The account to the public of what became of the comments (公布采纳情况)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases import lawbook
from fazhi.chapters.decisions.consultation.actions import record
from fazhi.chapters.decisions.consultation.models import Consultation, Result
from fazhi.chapters.decisions.consultation.terms import ANSWER, CLOSE
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Publish:
    """Every comment with its disposition and reason, under a summary; once, when nothing is left open."""

    consultation: Consultation
    summary: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Result:
        """Give the result."""
        case = record.demand(actor, self.consultation)
        basis = str(lawbook.edition(case.edition_id).act[ANSWER].basis)
        if Result.objects.filter(consultation=self.consultation).exists():
            raise Fault("consultation.E026", "采纳情况已经公布", "无须再次公布")
        if not case.acts.filter(name=CLOSE).exists():
            raise Fault("consultation.E027", "征求意见还没有结束", "请在截止之日以后办理结束，再公布")
        if left := self.consultation.comments.filter(disposition=None).count():
            wrong = f"还有{left}条意见没有说明是否采纳"
            raise Fault("consultation.E028", wrong, "请逐条或者按组处理完再公布", basis)
        summary = record.words(self.summary, "采纳情况说明", 10_000, "consultation.E029")
        return Result.objects.create(
            consultation=self.consultation, summary=summary, person_id=actor.identity, at=at
        )
