"""The end of a campaign: results published and put into effect, or the campaign withdrawn."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.chapters.decisions.validity import campaigning
from fazhi.chapters.decisions.validity.actions import record
from fazhi.chapters.decisions.validity.actions.answer import demand_open, lock, ruled_out
from fazhi.chapters.decisions.validity.actions.find import find
from fazhi.chapters.decisions.validity.actions.record import Entry
from fazhi.chapters.decisions.validity.looking import digest
from fazhi.chapters.decisions.validity.models import Answer, Campaign, Document, Ending, Finding, Record
from fazhi.chapters.decisions.validity.tally import refusal
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right

KINDS = {
    Answer.Decision.KEEP: Record.Kind.KEEP,
    Answer.Decision.AMEND: Record.Kind.AMEND,
    Answer.Decision.ABOLISH: Record.Kind.ABOLISH,
    Answer.Decision.DECLARE: Record.Kind.DECLARE,
}


@dataclass(frozen=True, kw_only=True)
class Publish:
    """Every document of the scope has its answer; the answers take effect on the day named."""

    campaign: Campaign
    text: str
    effective_on: date | None

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Ending:
        """Give the ending; one document without an answer, or with one that no longer fits, refuses all."""
        campaign = lock(self.campaign.pk)
        actor.demand(Right.SUPERVISE)
        demand_open(campaign.pk)
        today = timezone.localdate(at)
        lines = campaigning.lines(campaign)
        self._check(lines, today)
        ending = Ending.objects.create(
            campaign=campaign,
            kind=Ending.Kind.PUBLISHED,
            text=record.said(self.text, "清理结果的说明", "validity.E038"),
            effective_on=self.effective_on,
            person_id=actor.identity,
            at=at,
        )
        for line in lines:
            assert line.answer
            self._apply(line.item.document_id, line.answer, actor, at)
        return ending

    def _check(self, lines: list[campaigning.Line], today: date) -> None:
        found = campaigning.counted(lines)
        if fault := refusal(found, {line.item.pk: str(line.item.document) for line in lines}):
            raise fault
        if self.effective_on is None or self.effective_on < self.campaign.as_of:
            raise Fault(
                "validity.E039", "没有写明结论生效之日，或者早于清理范围的日期", "请填写结论从哪一天起生效"
            )
        for line in lines:
            assert line.answer
            if fault := ruled_out(line.item.document.state(today), line.answer.decision):
                wrong = f"{line.item.document}：{fault.wrong}"
                raise Fault(fault.code, wrong, f"请由{line.item.organ.name}改正结论", fault.basis)

    def _apply(self, pk: int, answer: Answer, actor: Actor, at: datetime) -> None:
        """An answer becomes a record; one to be amended holds until it is, and a case goes on in the case."""
        row = record.locked(pk)
        assert self.effective_on
        decision = Answer.Decision(answer.decision)
        pending = decision == Answer.Decision.AMEND and not answer.replacement
        kind = Record.Kind.REVISE if pending else KINDS[decision]
        data = {"replacement": answer.replacement} if answer.replacement else {}
        entry = Entry(
            kind=kind, effective_on=self.effective_on, at=at, actor=actor, text=answer.reason, data=data,
            campaign=self.campaign,
        )  # fmt: skip
        record.append(row, entry)
        if words := _left(row, decision, pending=pending):
            key, text = digest(self.campaign.pk), f"{self.campaign}：{words}"
            find(row, Finding.Kind.FOLLOW_UP, key, text, {"campaign": self.campaign.pk}, at)


def _left(row: Document, decision: Answer.Decision, *, pending: bool) -> str:
    """What the office still has to do for an answer; empty where nothing is left."""
    if pending:
        return "结论为修改，修改完成以前继续有效，修改后请记录代替它的文件"
    if row.case and not row.case.outcome and decision != Answer.Decision.KEEP:
        return f"结论为{decision.label}，这份文件的案件还没有办理清理决定"
    return ""


@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """A campaign opened by mistake: nothing of it takes effect, its answers stay on record."""

    campaign: Campaign
    text: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Ending:
        """Give the ending."""
        campaign = lock(self.campaign.pk)
        actor.demand(Right.SUPERVISE)
        demand_open(campaign.pk)
        text = record.said(self.text, "撤销的理由", "validity.E038")
        kind = Ending.Kind.WITHDRAWN
        return Ending.objects.create(campaign=campaign, kind=kind, text=text, person_id=actor.identity, at=at)
