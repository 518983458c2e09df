"""Dispose of content past its term: one person appraises, another decides (档案法实施条例 24)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.documents import term
from fazhi.documents.models import Content, Disposal, Ruling, Version
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right

BASIS = "《档案法实施条例》第二十四条"


@dataclass(frozen=True, kw_only=True)
class Propose:
    """提出处置: from which day the term runs, and for a class without one in law, who fixed until when."""

    version: Version
    counted_from: date
    reason: str
    fixed_until: date | None = None
    authority: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Disposal:
        """``Fault`` documents.E040 where the term is not over, E041 where nobody fixed it; E042 to E046."""
        version = Version.objects.select_related("document").get(pk=self.version.pk)
        actor.demand(Right.DRAFT, version.document.organ_id)
        if not self.reason.strip():
            raise Fault("documents.E042", "没有填写鉴定意见", "请填写鉴定意见", BASIS)
        if not Content.objects.filter(version=version).exists():
            raise Fault("documents.E043", "该版本的内容已经处置", "无需再次处置")
        if version.disposals.filter(ruling=None).exists():
            raise Fault("documents.E046", "该版本已有待审批的处置申请", "请先审批")
        end, authority = term.ends(
            version.document.retention, self.counted_from, self.fixed_until, self.authority.strip()
        )
        if end > timezone.localdate(at):
            raise Fault("documents.E040", f"保管期限到 {end} 才届满", "请在届满以后再提出处置", authority)
        return Disposal.objects.create(
            version=version,
            expired_on=end,
            authority=authority,
            reason=self.reason.strip(),
            at=at,
            by_id=actor.identity,
        )


@dataclass(frozen=True, kw_only=True)
class Rule:
    """审批处置: by another person; with approval the content goes, the digest and every record stay."""

    disposal: Disposal
    approved: bool
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Ruling:
        """``Fault`` documents.E044 for the proposer, E045 where it was decided, E042 without a reason."""
        rows = Disposal.objects.select_for_update(of=("self",)).select_related("version__document")
        row = rows.get(pk=self.disposal.pk)
        actor.demand(Right.ISSUE, row.version.document.organ_id)
        if row.by_id == actor.identity:
            raise Fault("documents.E044", "提出处置的人不能审批", "请由另一名负责人审批", BASIS)
        if not self.reason.strip():
            raise Fault("documents.E042", "没有填写审批意见", "请填写审批意见", BASIS)
        if Ruling.objects.filter(disposal=row).exists():
            raise Fault("documents.E045", "该处置申请已经审批", "无需再次审批")
        ruling = Ruling.objects.create(
            disposal=row, approved=self.approved, reason=self.reason.strip(), at=at, by_id=actor.identity
        )
        if self.approved:
            Content.objects.filter(version=row.version_id).delete()
        return ruling
