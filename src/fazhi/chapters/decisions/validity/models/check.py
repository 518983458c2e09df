"""The daily check, and the one thing about it that the district has to say."""

from django.db import models

from fazhi.office.models import Person


class Check(models.Model):
    """The check of a day was made."""

    day = models.DateField("核查之日", unique=True)
    found = models.PositiveIntegerField("新的发现")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "效力核查"
        ordering = ("-day",)

    def __str__(self) -> str:
        return str(self.day)


class Advance(models.Model):
    """How many days ahead an end is told of: no rule was read, the district answers, the latest holds."""

    days = models.PositiveSmallIntegerField("提前提醒的天数")
    reason = models.TextField("依据或者理由")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "到期提醒的设定"
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.days)
