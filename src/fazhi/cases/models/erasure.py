"""Somebody's personal data are to be erased: one person proposes it, another decides."""

from django.db import models

from fazhi.cases.models.case import Case
from fazhi.office.models import Person


class Erasure(models.Model):
    """A proposal to destroy the key of one subject of a case, on which ground of law and why."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="erasures")
    subject = models.CharField("代号", max_length=120)
    ground = models.CharField("删除的法律依据", max_length=500)
    reason = models.CharField("删除的理由", max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("提出时间")

    class Meta:
        verbose_name = "删除申请"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.subject


class ErasureRuling(models.Model):
    """Another person's decision; with approval the key was destroyed in the same transaction."""

    erasure = models.OneToOneField(Erasure, models.PROTECT, related_name="ruling")
    approved = models.BooleanField("同意删除")
    reason = models.CharField("审批意见", max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("审批时间")

    class Meta:
        verbose_name = "删除审批"

    def __str__(self) -> str:
        return f"{self.erasure} {'同意' if self.approved else '不同意'}"
