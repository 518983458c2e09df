"""Lawful erasure of personal data: one person proposes, another decides; the chain and every proof stay."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases import policy, subjects
from fazhi.cases.actions import announce
from fazhi.cases.models import Case, Erasure, ErasureRuling, Event, SubjectKey
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right

LONGEST = 500
BASIS = "《个人信息保护法》第四十七条"


@dataclass(frozen=True, kw_only=True)
class ProposeErasure:
    """提出删除: of which subject of a case, on which legal ground, and why (handlers, coordinators)."""

    case: Case
    subject: str
    ground: str
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Erasure:
        """Give the proposal; ``Fault`` cases.E026 without ground or reason, E027 for a subject of
        another case, E028 where it is gone, E079 where one waits already.
        """
        row = _locked(policy.found(actor, self.case.pk))
        if not actor.may(Right.SUPERVISE):
            policy.demand_handle(actor, row)
        ground, reason = _words(self.ground, "删除个人信息的依据"), _words(self.reason, "删除的理由")
        if self.subject not in {one.name for one in subjects.of(row)}:
            raise Fault("cases.E027", f"本案没有代号“{self.subject}”", "请核对代号")
        if not subjects.readable([self.subject]):
            raise _gone(self.subject)
        if row.erasures.filter(subject=self.subject, ruling=None).exists():
            raise Fault("cases.E079", f"“{self.subject}”已有待审批的删除申请", "请先审批已经提出的申请")
        erasure = Erasure.objects.create(
            case=row, subject=self.subject, ground=ground, reason=reason, by_id=actor.identity, at=at
        )
        announce.tell(row, Event.Kind.ERASURE_ASKED, at, subject=self.subject, by=actor.identity)
        return erasure


@dataclass(frozen=True, kw_only=True)
class RuleErasure:
    """审批删除: by another person, a coordinator; with approval the key is destroyed, for good."""

    erasure: Erasure
    approved: bool
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> ErasureRuling:
        """Give the decision; ``Fault`` cases.E080 for who proposed, E081 where it was decided, E026, E028."""
        actor.demand(Right.SUPERVISE)
        row = _locked(policy.found(actor, self.erasure.case_id))
        if self.erasure.by_id == actor.identity:
            raise Fault("cases.E080", "提出删除的人不能审批", "请由另一名统筹人员审批")
        if ErasureRuling.objects.filter(erasure=self.erasure).exists():
            raise Fault("cases.E081", "这一删除申请已经审批", "无须再次审批")
        reason = _words(self.reason, "审批意见")
        if self.approved:
            self._destroy(row, actor, at)
        return ErasureRuling.objects.create(
            erasure=self.erasure, approved=self.approved, reason=reason, by_id=actor.identity, at=at
        )

    def _destroy(self, row: Case, actor: Actor, at: datetime) -> None:
        subject = self.erasure.subject
        if not SubjectKey.objects.filter(subject=subject).delete()[0]:
            raise _gone(subject)
        announce.tell(row, Event.Kind.ERASED, at, subject=subject, by=actor.identity)


def _locked(case: Case) -> Case:
    """Held until the transaction ends: of two who decide at once, one decides."""
    return Case.objects.select_for_update(of=("self",)).get(pk=case.pk)


def _gone(subject: str) -> Fault:
    return Fault("cases.E028", f"“{subject}”的个人信息已经删除", "无须再次删除")


def _words(text: str, what: str) -> str:
    said = text.strip()
    if not said or len(said) > LONGEST or "\0" in said:
        raise Fault("cases.E026", f"没有写明{what}，或者超过{LONGEST}字", f"请写明{what}；填写的内容还在")
    return said
