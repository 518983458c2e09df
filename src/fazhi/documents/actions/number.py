"""Reserve a 文号, and void one that will not be used (GB/T 9704—2012, 7.2.5)."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.documents.models import Fate, Number, Series
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right

LONGEST = 500
PREFIX = re.compile(r"[\u4e00-\u9fff]{1,20}")


@dataclass(frozen=True)
class Reserve:
    """取号: the next number of the organ's series in the year; two at once get two numbers, and none is lost.

    ``Fault`` documents.E020 for a 机关代字 that is none, documents.E021 where it is another organ's.
    """

    organ: Organ
    prefix: str
    purpose: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Number:
        """The number, kept for good even if nothing comes of it."""
        actor.demand(Right.DRAFT, self.organ.pk)
        _check_words(self.purpose)
        if not PREFIX.fullmatch(self.prefix):
            raise Fault(
                "documents.E020", f"机关代字“{self.prefix[:20]}”无效", "请填写一至二十个汉字，例如 试司罚"
            )
        series = self._locked(timezone.localdate(at).year)
        series.last += 1
        series.save(update_fields=["last"])
        return Number.objects.create(
            series=series,
            value=series.last,
            purpose=self.purpose[:200],
            reserved_at=at,
            reserved_by_id=actor.identity,
        )

    def _locked(self, year: int) -> Series:
        """The series, made where it is the year's first number; nobody else takes from it meanwhile."""
        Series.objects.get_or_create(prefix=self.prefix, year=year, defaults={"organ": self.organ})
        series = Series.objects.select_for_update().get(prefix=self.prefix, year=year)
        if series.organ_id != self.organ.pk:
            wrong = f"机关代字“{self.prefix}”{year}年已由其他单位使用"
            raise Fault("documents.E021", wrong, "请核对本单位的机关代字")
        return series


@dataclass(frozen=True)
class Void:
    """作废: a reserved number that will not be used, with the reason; it is never given out again."""

    number: Number
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Fate:
        """``Fault`` documents.E022 where the number has its fate already, E023 without a reason."""
        actor.demand(Right.DRAFT, self.number.series.organ_id)
        if not self.reason.strip():
            raise Fault("documents.E023", "没有填写作废理由", "请填写理由")
        _check_words(self.reason)
        return settle(self.number, Fate.Kind.VOIDED, self.reason.strip(), actor, at)


@dataclass(frozen=True)
class Use:
    """登记使用: a reserved number stands on a paper that was made elsewhere; which one is said."""

    number: Number
    paper: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Fate:
        """``Fault`` documents.E022 where the number has its fate already, E066 without the paper."""
        actor.demand(Right.DRAFT, self.number.series.organ_id)
        if not self.paper.strip():
            raise Fault("documents.E066", "没有填写使用这一文号的文书", "请填写文书的标题")
        _check_words(self.paper)
        return settle(self.number, Fate.Kind.USED, self.paper.strip(), actor, at)


def _check_words(words: str) -> None:
    if len(words) > LONGEST or "\0" in words:
        raise Fault("documents.E067", f"文字超过{LONGEST}字或者含有无效字符", "请精简文字")


def settle(number: Number, kind: Fate.Kind, reason: str, actor: Actor, at: datetime) -> Fate:
    """Record the one fate of a number, within the action that decides it."""
    Series.objects.select_for_update().get(pk=number.series_id)
    if fate := Fate.objects.filter(number=number).first():
        wrong = f"文号 {number} {fate.get_kind_display()}"
        raise Fault("documents.E022", wrong, "请取新的文号")
    return Fate.objects.create(number=number, kind=kind, reason=reason, at=at, by_id=actor.identity)
