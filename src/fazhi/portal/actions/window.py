"""Opening and closing a window: the organ's leaders decide what is taken over the internet."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import lawbook
from fazhi.fault import Fault
from fazhi.office.actions.counter import staff
from fazhi.office.actor import Actor
from fazhi.office.models import Appointment, Organ, Person
from fazhi.office.models.validity import on
from fazhi.office.right import Right
from fazhi.portal import opening
from fazhi.portal.models import Window


@dataclass(frozen=True, kw_only=True)
class OpenWindow:
    """An organ takes applications under a procedure; ``officer`` is put on each case that comes in."""

    procedure: str
    organ: Organ
    officer: Person

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Window:
        """Give the window; the counter's account is made where the organ has none."""
        actor.demand(Right.ISSUE, self.organ.pk)
        today = timezone.localdate(at)
        post = self._post(today)
        self._check(today)
        return Window.objects.create(
            procedure=self.procedure,
            organ=self.organ,
            officer=self.officer,
            counter=staff(self.organ, post, today, demo=self.officer.demo),
            opened_by_id=actor.identity,
            opened_at=at,
        )

    def _post(self, today: date) -> str:
        edition = lawbook.governing(self.procedure, today)
        act = opening.asked_for(edition)
        if act is None:
            raise Fault("portal.E001", f"{edition.title}不由公众提出申请开始", "请选择由当事人申请开始的程序")
        return opening.counter_post(edition, act)

    def _check(self, today: date) -> None:
        held = Appointment.objects.filter(on(today), person=self.officer, post__organ=self.organ)
        if not held.exists():
            raise Fault("portal.E002", f"{self.officer}今天不在{self.organ}任职", "请选择本机构的承办人员")
        if Window.objects.filter(procedure=self.procedure, organ=self.organ, closed_at=None).exists():
            raise Fault("portal.E003", "这一窗口已经开通", "需要更换承办人员的，请先停办再开通")


@transaction.atomic
def close(pk: int, actor: Actor, at: datetime) -> Window:
    """Nothing more comes in; what came in goes on."""
    row = Window.objects.select_for_update(of=("self",)).select_related("organ").filter(pk=pk).first()
    if row is None:
        raise Fault("portal.E404", "没有这一窗口", "请刷新页面")
    actor.demand(Right.ISSUE, row.organ_id)
    if row.closed_at is None:
        row.closed_at = at
        row.save(update_fields=["closed_at"])
    return row
