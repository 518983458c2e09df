"""The review of a draft as it was sent once; sent again after a return, it is reviewed anew."""

from datetime import date

from django.db import models
from django.utils import timezone

from fazhi.cases.models import Act, Case
from fazhi.office.models import Person


class Examination(models.Model):
    """The text that is reviewed and where it comes from; ``act`` is the one that sent it to review."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    act = models.OneToOneField(Act, models.PROTECT, related_name="+")
    source = models.CharField("草案来源", max_length=260)
    digest = models.CharField("SHA-256", max_length=64)
    text = models.TextField("草案")
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="审核人员", related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "审核底稿"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case} {self.source}"

    @property
    def day(self) -> date:
        """The day by whose law the draft was read."""
        return timezone.localdate(self.at)
