"""Disposal of what is past its term: proposed by one person, decided by another."""

from django.db import models

from fazhi.documents.models.document import Version
from fazhi.office.models import Person


class Disposal(models.Model):
    """A proposal to remove the content of a version; digest and records stay."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="disposals")
    expired_on = models.DateField("保管期满日")
    authority = models.TextField("期限依据")
    """The article, or the approval by which whoever has to decide fixed the term."""
    reason = models.TextField("鉴定意见")
    at = models.DateTimeField("提出时间")
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "处置申请"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"处置{self.version}"


class Ruling(models.Model):
    """A second person's decision on a proposal."""

    disposal = models.OneToOneField(Disposal, models.PROTECT, related_name="ruling")
    approved = models.BooleanField("同意处置")
    reason = models.TextField("审批意见")
    at = models.DateTimeField("审批时间")
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "处置审批"

    def __str__(self) -> str:
        return f"{self.disposal}审批"
