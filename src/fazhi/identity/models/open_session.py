"""A log-in that is open on some device until it is left, revoked or too old."""

from django.conf import settings
from django.db import models


class OpenSession(models.Model):
    """One log-in on one device; without its row, or with an end in it, the device is a visitor's."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="open_sessions")
    since = models.DateTimeField("登录时间")
    seen = models.DateTimeField("最近活动")
    ended = models.DateTimeField("结束时间", null=True)
    address = models.GenericIPAddressField("IP 地址", null=True)
    device = models.CharField("设备", max_length=80)
    method = models.CharField("登录方式", max_length=60)

    class Meta:
        verbose_name = "登录"
        ordering = ("-seen",)
        indexes = [models.Index(fields=["user", "ended"], name="open_session_of_user")]

    def __str__(self) -> str:
        return f"{self.device} {self.address}"
