"""The secret address under which an organ's calendar program fetches what falls due."""

from django.db import models

from fazhi.office.models import Organ, Person


class Feed(models.Model):
    """One address of an organ's feed; who knows it may read the dates, so it can be revoked."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="feeds")
    token = models.CharField("令牌", max_length=64, unique=True)
    issued_at = models.DateTimeField("启用时间")
    issued_by = models.ForeignKey(Person, models.PROTECT)
    revoked_at = models.DateTimeField("停用时间", null=True)

    class Meta:
        verbose_name = "日历订阅"
        ordering = ("-issued_at",)

    def __str__(self) -> str:
        return f"{self.organ}日历订阅"
