"""Comments that say the same, put together by a person."""

from django.db import models

from fazhi.chapters.decisions.consultation.models.comment import Comment
from fazhi.chapters.decisions.consultation.models.consultation import Consultation
from fazhi.office.models import Person


class Group(models.Model):
    """A point that several comments make."""

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="groups")
    title = models.CharField("归纳的意见", max_length=200)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "同类意见"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title


class Joining(models.Model):
    """A comment came into a group; the latest holds."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="joinings")
    group = models.ForeignKey(Group, models.PROTECT, related_name="joinings")

    class Meta:
        verbose_name = "意见归组"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.comment} {self.group}"
