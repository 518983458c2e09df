"""Somebody looked up what one person did in all decisions: for a purpose, and on record (倒查)."""

from django.db import models

from fazhi.office.models import Person


class Inquiry(models.Model):
    """A look at a person's acts across decisions."""

    subject = models.ForeignKey(Person, models.PROTECT, verbose_name="被查看人", related_name="+")
    purpose = models.CharField("目的", max_length=200)
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="查看人", related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "责任倒查查看记录"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.subject} {self.purpose}"
