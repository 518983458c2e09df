"""A paper that came into the file after its act, or the declaration that there is none to come."""

from django.db import models

from fazhi.cases.models import Act
from fazhi.office.models import Person


class Supplement(models.Model):
    """A paper put in later, for a reason: it never looks as if it had come with its act."""

    act = models.ForeignKey(Act, models.PROTECT, related_name="+")
    title = models.CharField("名称", max_length=120)
    file_name = models.CharField("文件名", max_length=200)
    digest = models.CharField("SHA-256", max_length=64)
    size = models.PositiveIntegerField("字节数")
    content = models.BinaryField("文件")
    reason = models.CharField("补入的理由", max_length=500)
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="补入人", related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "补入材料"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title


class Waiver(models.Model):
    """Somebody declared that a paper does not apply to this case, and why (不适用说明)."""

    act = models.ForeignKey(Act, models.PROTECT, related_name="+")
    title = models.CharField("名称", max_length=120)
    reason = models.CharField("不适用的理由", max_length=500)
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="说明人", related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "不适用说明"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["act", "title"], name="archive_waiver_once")]

    def __str__(self) -> str:
        return self.title
