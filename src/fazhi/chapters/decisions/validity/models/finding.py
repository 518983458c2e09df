"""What the daily check found about a document, and what a person made of it."""

from django.db import models

from fazhi.chapters.decisions.validity.models.document import Document
from fazhi.office.models import Organ, Person


class Finding(models.Model):
    """One thing found; the constraint makes it impossible to find the same thing twice."""

    class Kind(models.TextChoices):
        EXPIRED = "expired", "有效期已经届满"
        EXPIRING = "expiring", "有效期将要届满"
        BASIS = "basis", "依据已经变化"
        CITED = "cited", "失去效力后仍被引为依据"
        FOLLOW_UP = "follow-up", "清理结论有待落实"
        NUMBER = "number", "发文字号重复"

    document = models.ForeignKey(Document, models.PROTECT, related_name="findings")
    kind = models.CharField("发现类别", max_length=10, choices=Kind)
    key = models.CharField("标识", max_length=64)
    """The digest of what makes it this finding: the day, or the article and both editions."""
    text = models.TextField("说明")
    data = models.JSONField("内容", default=dict)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "效力核查发现"
        ordering = ("-pk",)
        constraints = [models.UniqueConstraint(fields=["document", "kind", "key"], name="finding_once")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.kind}"


class Settlement(models.Model):
    """A person's word on a finding; once, and with a reason."""

    class Outcome(models.TextChoices):
        HANDLED = "handled", "已经处理"
        STANDS = "stands", "不影响效力"

    finding = models.OneToOneField(Finding, models.PROTECT, related_name="settlement")
    outcome = models.CharField("发现处理结果", max_length=10, choices=Outcome)
    reason = models.TextField("理由")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "发现的处理"

    def __str__(self) -> str:
        return f"{self.finding_id} {self.outcome}"
