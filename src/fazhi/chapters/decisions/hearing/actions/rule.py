"""Whether those who registered meet the published conditions; who does not is told why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.models import Announcement, Commitment, Hearing, Ruling, Withdrawal
from fazhi.chapters.decisions.hearing.terms import said_by
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A decision over some registrations; to change one's mind is possible until the list is frozen."""

    hearing: Hearing
    numbers: Sequence[int]
    accepted: bool
    reason: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> int:
        """Give how many were decided."""
        row = file.demand(actor, self.hearing)
        fixed = (Commitment, Announcement)
        if any(model.objects.filter(hearing=self.hearing).exists() for model in fixed):
            wrong = "报名名单已经固定并公布承诺，或者参加人已经公告，不能再改变审核结果"
            raise Fault(
                "hearing.E022", wrong, "参加人不能参加的，由其撤回，备选依次递补", said_by(row, "selection")
            )
        rows = file.chosen(self.hearing, self.numbers)
        if gone := Withdrawal.objects.filter(registration__in=rows).first():
            raise Fault("hearing.E023", f"{gone}号报名已经撤回", "请只选择没有撤回的报名")
        reason = "" if self.accepted else file.words(self.reason, "不接受的理由", 500, "hearing.E020")
        Ruling.objects.bulk_create(
            Ruling(registration=one, accepted=self.accepted, reason=reason, person_id=actor.identity, at=at)
            for one in rows
        )
        return len(rows)
