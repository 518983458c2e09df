"""Open a campaign of clean-up over the documents that hold on a day (条例第二十三条)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.chapters.decisions.validity.actions import record
from fazhi.chapters.decisions.validity.models import Campaign, Document, Item
from fazhi.chapters.decisions.validity.models.document import DocumentSet
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right

LONGEST = 120


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Which documents: those that have not ended by ``as_of``, narrowed by office and day of publication."""

    as_of: date
    organs: tuple[Organ, ...] = ()
    published_before: date | None = None

    def documents(self) -> DocumentSet:
        """The documents, each once."""
        rows = Document.objects.standing(self.as_of).filter(published_on__lte=self.as_of)
        rows = rows.filter(organ__in=self.organs) if self.organs else rows
        return rows.filter(published_on__lt=self.published_before) if self.published_before else rows

    def words(self) -> str:
        """The scope as the results tell it."""
        return "，".join(self._words())[: Campaign._meta.get_field("scope").max_length]

    def _words(self) -> Iterator[str]:
        yield f"{self.as_of}尚未终止的行政规范性文件"
        if self.organs:
            yield "管理单位为" + "、".join(organ.name for organ in self.organs)
        if self.published_before:
            yield f"{self.published_before}以前公布"


@dataclass(frozen=True, kw_only=True)
class Launch:
    """The scope is fixed when the campaign opens: what comes later belongs to the next one."""

    title: str
    note: str
    scope: Scope
    due: date | None
    demo: bool = field(default=False)

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Campaign:
        """Give the campaign; a scope without a document is refused."""
        actor.demand(Right.SUPERVISE)
        due = self._due(timezone.localdate(at))
        rows = list(self.scope.documents().order_by("organ_id", "pk"))
        if not rows:
            raise Fault("validity.E031", "范围内没有文件", "请放宽范围，或者先登记文件")
        campaign = Campaign.objects.create(
            title=self.title.strip(),
            note=record.said(self.note, "清理要求", "validity.E032"),
            scope=self.scope.words(),
            as_of=self.scope.as_of,
            due=due,
            person_id=actor.identity,
            at=at,
            demo=self.demo,
        )
        Item.objects.bulk_create(Item(campaign=campaign, document=row, organ=row.organ) for row in rows)
        return campaign

    def _due(self, today: date) -> date:
        """The last day for answers, where everything about the campaign is in order."""
        title = self.title.strip()
        if not title or len(title) > LONGEST or "\0" in title:
            raise Fault("validity.E032", "没有填写清理名称，或者过长", f"请填写名称，不超过{LONGEST}字")
        if self.due is None or self.due < today:
            raise Fault(
                "validity.E033", "提出结论的最后一日没有填写，或者已经过去", "请填写今天或者以后的日期"
            )
        if self.scope.as_of > today:
            raise Fault("validity.E033", "范围截至的日期还没有到", "请填写今天或者以前的日期")
        return self.due
