"""A clock that could not be told of: it waits longer each time and holds up no other."""

from django.db import models

from fazhi.cases.models import Clock


class Setback(models.Model):
    """How often it failed, when it is tried again, and what went wrong."""

    clock = models.OneToOneField(Clock, models.CASCADE, related_name="setback")
    attempts = models.PositiveIntegerField("次数", default=0)
    retry_at = models.DateTimeField("重试时间")
    error = models.CharField("错误", max_length=300)

    class Meta:
        verbose_name = "提醒失败"

    def __str__(self) -> str:
        return f"{self.clock_id} {self.attempts}"
