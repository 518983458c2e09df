"""Invitation and papers reach everybody seven days before the hearing (程序暂行条例第十六条第三款)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases.models import Case
from fazhi.chapters.decisions.hearing import period
from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.actions.file import Entry
from fazhi.chapters.decisions.hearing.models import Delivery, Hearing
from fazhi.chapters.decisions.hearing.terms import DELIVER, basis
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Deliver:
    """The papers were delivered to some participants today; with the last it is an act of the case."""

    hearing: Hearing
    numbers: Sequence[int]
    way: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> int:
        """Give how many were delivered to."""
        row = file.demand(actor, self.hearing)
        rows, today = file.participants(self.hearing, self.numbers), timezone.localdate(at)
        way = file.words(self.way, "送达方式", 100, "hearing.E003")
        if done := [str(one) for one in rows if hasattr(one, "delivery")]:
            raise Fault(
                "hearing.E062", f"{'、'.join(done)}号参加人的材料已经送达", "请只选择还没有送达的参加人"
            )
        self._check(row, today)
        Delivery.objects.bulk_create(
            Delivery(participant=one, way=way, on=today, person_id=actor.identity, at=at) for one in rows
        )
        self._complete(row, actor, at)
        return len(rows)

    def _check(self, row: Case, today: date) -> None:
        held_on = Hearing.objects.get(pk=self.hearing.pk).held_on
        if today > period.latest(held_on):
            wrong = f"听证会材料应当于召开{period.DAYS}日前送达，最迟为{period.latest(held_on):%Y-%m-%d}"
            raise Fault("hearing.E061", wrong, "请先变更听证会的时间", basis(row, DELIVER))

    def _complete(self, row: Case, actor: Actor, at: datetime) -> None:
        left = self.hearing.participants.filter(delivery=None, registration__withdrawal=None)
        if not left.exists() and not row.acts.filter(name=DELIVER).exists():
            file.perform(row, actor, at, Entry(DELIVER, {}))
