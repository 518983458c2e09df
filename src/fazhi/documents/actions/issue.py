"""Issue a document under the next number with its verification code, and withdraw one."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from fazhi.documents import code
from fazhi.documents.actions.keep import Keep
from fazhi.documents.actions.number import Reserve, settle
from fazhi.documents.models import Fate, Issue, Version, Withdrawal
from fazhi.documents.paper import Paper, Proof
from fazhi.documents.press.font import Cabinet, cabinet
from fazhi.documents.press.pdf import MISSING, pdf
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right

Make = Callable[[str, Proof], Paper]
"""Makes the paper once its number and its proof are known."""


@dataclass(frozen=True, kw_only=True)
class Issuing:
    """签发: number, paper, file and code in one transaction; where the paper fails, no number is lost.

    ``site`` is the public address of this installation, up to and without the last slash.
    """

    organ: Organ
    prefix: str
    kind: str
    retention: str
    make: Make
    site: str
    case_key: str = ""
    fonts: Cabinet | None = None

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Issue:
        """``Fault`` documents.W001 where a font lacks a character: a paper with a hole is not issued."""
        actor.demand(Right.ISSUE, self.organ.pk)
        number = Reserve(self.organ, self.prefix, self.kind).perform(actor, at)
        known = code.make(secrets.randbelow)
        paper = self.make(str(number), Proof(f"{self.site}/verify/{known}", known))
        version = self._kept(paper, f"{number}.pdf", actor, at)
        settle(number, Fate.Kind.USED, "", actor, at)
        return Issue.objects.create(
            version=version, number=number, code=known, dated=paper.signature.day, at=at, by_id=actor.identity
        )

    def _kept(self, paper: Paper, name: str, actor: Actor, at: datetime) -> Version:
        if paper.signature.day > timezone.localdate(at):
            raise Fault(
                "documents.E026", f"成文日期 {paper.signature.day} 晚于今天", "请填写今天或以前的日期"
            )
        keep = Keep(
            organ=self.organ,
            kind=self.kind,
            title=" ".join(paper.title_lines)[:200],
            retention=self.retention,
            case_key=self.case_key,
            file_name=name,
            data=printed(paper, self.fonts or cabinet(settings.CONFIG.fonts)),
        )
        return keep.perform(actor, at)


def printed(paper: Paper, fonts: Cabinet) -> bytes:
    """The paper as PDF; ``Fault`` documents.W001 where it would have a hole."""
    made = pdf(paper, fonts)
    for warning in made.warnings:
        if warning.code == MISSING:
            raise warning
    return made.content


@dataclass(frozen=True)
class Withdraw:
    """撤回: the paper no longer stands; the verification page says since when, and not why."""

    issue: Issue
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Withdrawal:
        """``Fault`` documents.E027 without a reason, E028 where it was withdrawn before."""
        row = (
            Issue.objects.select_for_update(of=("self",))
            .select_related("number__series")
            .get(pk=self.issue.pk)
        )
        actor.demand(Right.ISSUE, row.number.series.organ_id)
        if not self.reason.strip():
            raise Fault("documents.E027", "没有填写撤回理由", "请填写理由")
        if Withdrawal.objects.filter(issue=row).exists():
            raise Fault("documents.E028", f"{row} 已经撤回", "无需再次撤回")
        reason = self.reason.strip()
        return Withdrawal.objects.create(issue=row, reason=reason, at=at, by_id=actor.identity)
