"""How long an office gives itself for a bad rating: no text that was read says so, the office is asked."""

from django.db import models

from fazhi.law.unit import Unit
from fazhi.office.models import Organ, Person


class Limit(models.Model):
    """The answer of an office with the document it rests on; without ``amount`` nothing is counted down.

    The latest answer counts for the ratings that come in after it.
    """

    class Step(models.TextChoices):
        VERIFY = "verify_by", "核实"
        RECTIFY = "rectify_by", "整改"
        CALL_BACK = "call_back_by", "回访"

    UNITS = ((Unit.WORKING_DAY.value, "个工作日"), (Unit.CALENDAR_DAY.value, "日"))

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")
    step = models.CharField("步骤", max_length=12, choices=Step)
    amount = models.PositiveSmallIntegerField("期限", null=True)
    unit = models.CharField("单位", max_length=12, choices=UNITS)
    source = models.CharField("依据的文件", max_length=200)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="答复人")
    at = models.DateTimeField("答复时间")

    class Meta:
        verbose_name = "差评处理的本地期限"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.organ} {self.get_step_display()}"
