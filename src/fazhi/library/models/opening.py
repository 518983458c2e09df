"""The duties of an outline put before the public, and taken back."""

from django.db import models

from fazhi.duties.models import Outline
from fazhi.office.models import Person


class Opening(models.Model):
    """From here on everybody may see the duties of an outline and how they stand."""

    outline = models.ForeignKey(Outline, models.PROTECT, related_name="openings")
    review = models.TextField("公开审查意见")
    at = models.DateTimeField("公开时间")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "任务公开"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.outline}任务公开"


class Closing(models.Model):
    """The duties of the outline are no longer shown to the public."""

    opening = models.OneToOneField(Opening, models.PROTECT, related_name="closing")
    reason = models.TextField("停止公开理由")
    at = models.DateTimeField("停止公开时间")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "停止任务公开"

    def __str__(self) -> str:
        return f"{self.opening}停止"
