"""The district's answer to what no text that was read says: within how long a file is handed over."""

from django.db import models

from fazhi.office.models import Organ, Person


class Term(models.Model):
    """A period fixed by the organ, with where it says so; the latest answer holds, all stay on record.

    Until there is one, nothing is counted: 市级 30 日 and another district's 10 日 are not this district's.
    """

    class Unit(models.TextChoices):
        DAY = "calendar-day", "日"
        WORKING_DAY = "working-day", "个工作日"

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    since = models.CharField("起算的行为", max_length=80)
    """An act of the procedure (decide, publish …)."""
    amount = models.PositiveSmallIntegerField("期限")
    unit = models.CharField("单位", max_length=20, choices=Unit)
    source = models.CharField("规定的名称和文号", max_length=300)
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="答复人", related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "移交期限的答复"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.amount}{self.get_unit_display()}"
