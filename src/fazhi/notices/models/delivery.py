"""What leaves the platform: a mail or a call to another system, tried until it arrives or is given up."""

from django.db import models
from django.db.models import Q

from fazhi.cases.models import Event
from fazhi.notices.models.message import Message
from fazhi.notices.models.subscription import Subscription
from fazhi.office.models import Person


class Delivery(models.Model):
    """One event or message to one receiver outside; it arrives at least once and has one id for good.

    Messages go to people alone: what other systems are told is of cases.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "待发"
        SENT = "sent", "已送达"
        DEAD = "dead", "多次失败"
        DROPPED = "dropped", "放弃"

    event = models.ForeignKey(Event, models.PROTECT, null=True, related_name="deliveries")
    message = models.ForeignKey(Message, models.PROTECT, null=True, related_name="deliveries")
    person = models.ForeignKey(Person, models.CASCADE, null=True)
    subscription = models.ForeignKey(Subscription, models.PROTECT, null=True)
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveIntegerField("次数", default=0)
    next_at = models.DateTimeField("下一次发送")
    error = models.CharField("错误", max_length=300, blank=True)

    class Meta:
        verbose_name = "外发"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="delivery_mail_once"),
            models.UniqueConstraint(fields=["message", "person"], name="delivery_message_once"),
            models.UniqueConstraint(fields=["event", "subscription"], name="delivery_hook_once"),
            models.CheckConstraint(condition=Q(event=None) ^ Q(message=None), name="delivery_of_one_thing"),
        ]
        indexes = [models.Index(fields=["state", "next_at"], name="delivery_waiting")]

    def __str__(self) -> str:
        return f"{self.event_id or self.message} → {self.person or self.subscription}"
