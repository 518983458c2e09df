"""What a reviewer made of a finding: it goes into the opinion, or it is dismissed for a reason."""

from django.db import models

from fazhi.chapters.decisions.legality.models.found import Found
from fazhi.office.models import Person


class Ruling(models.Model):
    """The latest ruling on a finding holds, all stay on record."""

    found = models.ForeignKey(Found, models.PROTECT, related_name="rulings")
    accepted = models.BooleanField("是否采纳")
    reason = models.TextField("理由", blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "审核发现处理"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.found} {'采纳' if self.accepted else '不采纳'}"
