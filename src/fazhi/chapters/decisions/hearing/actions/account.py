"""What became of the opinions that were heard is told to the public (程序暂行条例第十八条)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.models import Account, Hearing
from fazhi.chapters.decisions.hearing.terms import basis
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Publish:
    """The opinions put in order, what was studied, what is adopted; once, after the hearing."""

    hearing: Hearing
    summary: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Account:
        """Give the account."""
        row = file.demand(actor, self.hearing)
        now, article = file.current(self.hearing), basis(row, "answer_comment")
        if not now.held:
            raise Fault("hearing.E080", "听证会还没有办结", "请在听证会记录归入案卷以后公布", article)
        if hasattr(now.hearing, "account"):
            raise Fault("hearing.E081", "意见研究采纳情况已经公布", "无须再次公布")
        summary = file.words(self.summary, "听证意见研究采纳情况", 10_000, "hearing.E003")
        return Account.objects.create(hearing=self.hearing, summary=summary, person_id=actor.identity, at=at)
