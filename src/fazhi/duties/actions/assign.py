"""The coordinator lays a duty on an organ that the outline's words alone do not make answer (系统 0.2)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.duties.actions.ask import Ask
from fazhi.duties.actions.horizon import demand_near
from fazhi.duties.models import Duty, Occurrence, Step
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right


@dataclass(frozen=True, kw_only=True)
class Assign:
    """A new occurrence for an organ, due on a day, opened by the step 交办 with what is wanted."""

    duty: Duty
    organ: Organ
    due_on: date
    text: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Step:
        """Give the step that opened the occurrence."""
        actor.demand(Right.SUPERVISE)
        self._check(timezone.localdate(at))
        row = Occurrence.objects.create(
            duty=self.duty,
            organ=self.organ,
            label=f"{self.due_on.isoformat()}前",
            due_on=self.due_on,
            assigned=True,
        )
        return Ask(occurrence=row, expected=0, text=self.text).perform(actor, at)

    def _check(self, today: date) -> None:
        if self.duty.withdrawn_id is not None:
            raise Fault("duties.E010", "该任务已不在纲要现行版本中", "请选择现行版本的任务")
        if self.due_on < today:
            raise Fault("duties.E024", "完成时限早于今天", "请填写今天或以后的日期")
        demand_near(self.due_on, today)
        if Occurrence.objects.filter(duty=self.duty, organ=self.organ, due_on=self.due_on).exists():
            raise Fault("duties.E025", f"{self.organ}同日到期的这项任务已经存在", "请在原事项上交办或催办")
