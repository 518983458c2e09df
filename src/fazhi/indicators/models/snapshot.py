"""A figure as it was frozen for a period: who froze it, by which definition, from which rows."""

from django.db import models

from fazhi.office.models import Organ, Person


class Snapshot(models.Model):
    """A frozen figure; a later one for the same period is a correction (更正) with its reason.

    ``organ`` is empty for the whole district. ``denominator`` is empty for a number, ``numerator`` holds the
    number, the rows that fit, or the days in sum. ``rows`` is the digest of all rows with how each counted.
    """

    code = models.CharField("指标", max_length=60)
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    first = models.DateField("期间起")
    last = models.DateField("期间止")
    label = models.CharField("期次", max_length=20)
    sequence = models.PositiveIntegerField("序号")
    numerator = models.PositiveIntegerField("分子")
    denominator = models.PositiveIntegerField("分母", null=True)
    definition = models.CharField("定义摘要", max_length=64)
    content = models.JSONField("指标定义")
    option = models.CharField("口径", max_length=80, blank=True)
    rows = models.CharField("明细摘要", max_length=64)
    reason = models.CharField("更正理由", max_length=300, blank=True)
    demo = models.BooleanField("演示数据", default=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="冻结人")
    at = models.DateTimeField("冻结时间")

    class Meta:
        verbose_name = "指标冻结值"
        ordering = ("code", "first", "last", "organ", "sequence")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "organ", "first", "last", "sequence"], name="snapshot_once"
            ),
            models.UniqueConstraint(
                fields=["code", "first", "last", "sequence"],
                condition=models.Q(organ=None),
                name="snapshot_whole_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.label} 第{self.sequence}次"
