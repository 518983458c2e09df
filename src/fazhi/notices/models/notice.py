"""The inbox of a person."""

from django.db import models
from django.db.models import Q

from fazhi.cases.models import Event
from fazhi.notices.models.message import Message
from fazhi.office.models import Person


class Notice(models.Model):
    """One event of a case, or one message to an organ, told to one person; read or not yet."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    event = models.ForeignKey(Event, models.PROTECT, null=True, related_name="notices")
    message = models.ForeignKey(Message, models.PROTECT, null=True, related_name="notices")
    at = models.DateTimeField("时间")
    read_at = models.DateTimeField("已读时间", null=True)

    class Meta:
        verbose_name = "消息"
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["person", "event"], name="notice_once"),
            models.UniqueConstraint(fields=["person", "message"], name="notice_message_once"),
            models.CheckConstraint(condition=Q(event=None) ^ Q(message=None), name="notice_of_one_thing"),
        ]
        indexes = [models.Index(fields=["person", "read_at"], name="notice_unread")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.event_id or self.message}"
