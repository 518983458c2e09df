"""Freeze a period's figure: what was reported then stays, and what is different later is a correction."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.indicators import definitions, engine, listing, standing
from fazhi.indicators.criterion import Terms
from fazhi.indicators.models import Snapshot
from fazhi.indicators.period import Period
from fazhi.indicators.reading import Reading
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.packs.indicator_entry import IndicatorEntry

LONGEST = 300


@dataclass(frozen=True, kw_only=True)
class Freeze:
    """The figure of an office, or of the district for ``None``, in a period that is over.

    A second one for the same period needs a ``reason`` and a difference: it is the correction of the first.
    """

    code: str
    organ: Organ | None
    period: Period
    reason: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Snapshot:
        """The frozen figure; a ``Fault`` says why there is none, and nothing is kept."""
        actor.demand(Right.SUPERVISE)
        today = timezone.localdate(at)
        indicator = definitions.one(self.code, self.period.last)
        reading = engine.measure(indicator, self._place, self.period, today)
        self._check(reading, today)
        found = self._snapshot(indicator, reading, Terms(self.period, today))
        before = standing.latest(self.code, self._place, self.period)
        self._check_again(before, found)
        found.sequence = before.sequence + 1 if before else 1
        found.person_id, found.at = actor.identity, at
        return self._kept(found)

    def _kept(self, found: Snapshot) -> Snapshot:
        try:
            with transaction.atomic():
                found.save(force_insert=True)
        except IntegrityError:
            raise Fault("indicators.E409", "另一人同时冻结了这一期", "请查看最新的冻结值") from None
        return found

    @property
    def _place(self) -> int | None:
        return self.organ.pk if self.organ else None

    def _check(self, reading: Reading, today: date) -> None:
        if self.period.last >= today:
            wrong = f"{self.period.label}还没有结束"
            raise Fault("indicators.E002", wrong, "期间结束以后才可以冻结；当前数值随时可以查看")
        if reading.open_choice:
            wrong = f"口径待定：{reading.open_choice.asks}"
            raise Fault("indicators.E003", wrong, f"请先由{reading.open_choice.who}确定口径")
        if number := engine.missing():
            wrong = f"还有 {number} 件案件没有汇总，数值不完整"
            raise Fault("indicators.E004", wrong, "请运行 fazhi indicator rebuild 后再冻结")

    def _check_again(self, before: Snapshot | None, found: Snapshot) -> None:
        if len(self.reason) > LONGEST or "\0" in self.reason:
            raise Fault("indicators.E005", f"理由超过 {LONGEST} 字或者含有无效字符", "请精简理由")
        if before is None:
            return
        if standing.same(before, found):
            raise Fault("indicators.E006", "与已冻结的数值和明细相同，没有需要更正的", "无需办理")
        if not self.reason.strip():
            raise Fault("indicators.E007", "这一期已经冻结，没有写明更正理由", "请写明数值为什么改变")

    def _snapshot(self, indicator: IndicatorEntry, reading: Reading, terms: Terms) -> Snapshot:
        return Snapshot(
            code=self.code,
            organ=self.organ,
            first=self.period.first,
            last=self.period.last,
            label=self.period.label,
            numerator=reading.count.numerator,
            denominator=None if indicator.unit.counts else reading.count.denominator,
            definition=indicator.digest,
            content=indicator.model_dump(mode="json", exclude_defaults=True, by_alias=True),
            option=reading.option,
            rows=listing.digest(indicator, terms, reading.option, self._place),
            reason=self.reason.strip(),
            demo=bool(reading.demo),
        )
