"""An event that was passed on to everybody concerned."""

from django.db import models

from fazhi.cases.models import Event


class Dispatch(models.Model):
    """Written with the notices and deliveries of the event, so that none is made twice."""

    event = models.OneToOneField(Event, models.PROTECT, primary_key=True, related_name="dispatch")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "事件分发"

    def __str__(self) -> str:
        return str(self.event_id)
