"""What happened and is to be told to others: written in the transaction of the thing itself (outbox)."""

import uuid

from django.db import models

from fazhi.cases.models.case import Case


class Event(models.Model):
    """One thing that happened to a case, as notices, webhooks and feeds tell it, without personal data."""

    class Kind(models.TextChoices):
        OPENED = "case.opened", "立案"
        ACT = "case.act", "办理"
        CLOSED = "case.closed", "办结"
        ENGAGED = "case.engaged", "指派"
        RELEASED = "case.released", "解除指派"
        DUE_SOON = "clock.due-soon", "即将到期"
        OVERDUE = "clock.overdue", "逾期"
        ESCALATED = "clock.escalated", "逾期上报"
        ERASURE_ASKED = "subject.to-erase", "提出删除个人信息"
        ERASED = "subject.erased", "删除个人信息"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kind = models.CharField("事件", max_length=20, choices=Kind)
    case = models.ForeignKey(Case, models.PROTECT, related_name="events")
    at = models.DateTimeField("时间")
    data = models.JSONField("内容", default=dict)

    class Meta:
        verbose_name = "事件"
        indexes = [models.Index(fields=["at"], name="event_at")]

    def __str__(self) -> str:
        return f"{self.kind} {self.case_id}"
