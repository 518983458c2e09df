"""Whether a comment is shown to everybody, and why not where it is not."""

from django.db import models

from fazhi.chapters.decisions.consultation.models.comment import Comment
from fazhi.office.models import Person


class Sight(models.Model):
    """A person's decision to show or hide a comment; the latest holds, all stay on record."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="sights")
    shown = models.BooleanField("是否公开")
    reason = models.CharField("不公开的理由", max_length=500, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "意见核对记录"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.comment} {'公开' if self.shown else self.reason}"
