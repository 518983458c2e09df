"""Another system that wants to know what happens."""

from django.db import models

from fazhi.office.models import Organ, Person


class Subscription(models.Model):
    """An address that events are posted to, signed with its secret; empty ``kinds`` means all kinds."""

    url = models.CharField("网址", max_length=500)
    secret = models.CharField("签名密钥", max_length=80)
    kinds = models.JSONField("事件", default=list)
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, verbose_name="承办机关")
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("登记时间")
    ended_at = models.DateTimeField("停用时间", null=True)

    class Meta:
        verbose_name = "事件订阅"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.url
