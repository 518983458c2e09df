"""An office's conclusion on a document of the scope, with a reason: kept, amended, abolished, lapsed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.chapters.decisions.validity.actions import record
from fazhi.chapters.decisions.validity.actions.change import LONGEST, unlawful
from fazhi.chapters.decisions.validity.models import Answer, Campaign, Ending, Item, Record
from fazhi.chapters.decisions.validity.state import State
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right


@dataclass(frozen=True, kw_only=True)
class Respond:
    """Said again until the results are published: the latest holds.

    ``replacement`` names the amended document where there is one already; without it the document holds until
    it is amended.
    """

    item: Item
    decision: str
    reason: str
    replacement: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Answer:
        """Give the answer."""
        lock(self.item.campaign_id)
        actor.demand(Right.KEEP_REGISTER, self.item.organ_id)
        demand_open(self.item.campaign_id)
        if self.decision not in Answer.Decision.values:
            raise Fault("validity.E034", "没有选择清理结论", "请选择保留、修改、废止或者宣布失效")
        state = self.item.document.state(timezone.localdate(at))
        if fault := ruled_out(state, self.decision):
            raise fault
        if len(self.replacement) > LONGEST or "\0" in self.replacement:
            raise Fault("validity.E019", f"超过{LONGEST}字或者含有无效字符", "请改短")
        return Answer.objects.create(
            item=self.item,
            sequence=self.item.answers.count() + 1,
            decision=self.decision,
            reason=record.said(self.reason, "理由", "validity.E035"),
            replacement=self.replacement.strip() if self.decision == Answer.Decision.AMEND else "",
            person_id=actor.identity,
            organ_id=actor.speaks_for(self.item.organ_id),
            at=at,
        )


def ruled_out(state: State, decision: str) -> Fault | None:
    """A document that has ended cannot be kept or amended; one that was stopped cannot be kept."""
    if decision in (Answer.Decision.KEEP, Answer.Decision.AMEND) and state in (
        State.AMENDED, State.ABOLISHED, State.LAPSED,
    ):  # fmt: skip
        wrong = f"这份文件已经{state.label}，不能再{Answer.Decision(decision).label}"
        return Fault("validity.E036", wrong, "请选择“废止”或者“宣布失效”")
    return unlawful(state, Record.Kind.KEEP) if decision == Answer.Decision.KEEP else None


def lock(pk: int) -> Campaign:
    """The campaign, held until the transaction ends: no answer comes in while results are published."""
    return Campaign.objects.select_for_update(of=("self",)).get(pk=pk)


def demand_open(pk: int) -> None:
    """``Fault`` validity.E037 where the campaign has ended."""
    if ending := Ending.objects.filter(campaign=pk).first():
        raise Fault(
            "validity.E037", f"这次清理已经{ending.get_kind_display()}", "不再受理结论；请查看清理结果"
        )
