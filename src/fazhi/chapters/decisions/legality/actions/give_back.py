"""Incomplete material goes back to whoever sent it, with what is missing (程序暂行条例第二十六条第一款)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases.actions import Perform
from fazhi.cases.models import Act
from fazhi.chapters.decisions.legality.actions import reviewer
from fazhi.chapters.decisions.legality.terms import RETURN
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class GiveBack:
    """The material goes back for a reason; ``expected`` is the number of acts the page was shown."""

    case_id: int
    expected: int
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Act:
        """Give the act of the case."""
        file = reviewer.demand(actor, self.case_id, at)
        return Perform(
            case=file.row,
            expected=self.expected,
            act=RETURN,
            happened_on=timezone.localdate(at),
            reason=reviewer.words(self.reason, "退回的理由和要补充的材料"),
        ).perform(actor, at)
