"""Saying what becomes of comments, with the reason (反馈意见采纳情况)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation.actions import record
from fazhi.chapters.decisions.consultation.actions.moderate import chosen
from fazhi.chapters.decisions.consultation.actions.record import Entry
from fazhi.chapters.decisions.consultation.models import Comment, Consultation, Disposition
from fazhi.chapters.decisions.consultation.terms import ANSWER
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One disposition for some comments: of a group, or of a single one; each becomes an act of the case."""

    consultation: Consultation
    numbers: Sequence[int]
    outcome: str
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> int:
        """Give how many were answered; where one cannot be, none is."""
        case = record.demand(actor, self.consultation)
        rows = chosen(self.consultation, self.numbers)
        if self.outcome not in Disposition.Outcome.values:
            raise Fault("consultation.E024", "没有选择处理结果", "请选择采纳、部分采纳或者不采纳")
        reason = record.words(self.reason, "处理理由", 5_000, "consultation.E025")
        if done := [row.number for row in rows if hasattr(row, "disposition")]:
            wrong = f"第{'、'.join(map(str, done))}号意见已经处理"
            raise Fault("consultation.E023", wrong, "请只选择还没有处理的意见")
        for row in rows:
            self._answer(case, row, reason, actor, at)
        return len(rows)

    def _answer(self, case: Case, row: Comment, reason: str, actor: Actor, at: datetime) -> None:
        said = f"第{row.number}号意见：{reason}"
        facts = {"disposition": self.outcome, "disposition_reason": said}
        Disposition.objects.create(
            comment=row,
            act=record.perform(case, actor, at, Entry(ANSWER, facts)),
            outcome=self.outcome,
            reason=reason,
            person_id=actor.identity,
            at=at,
        )
