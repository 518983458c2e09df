"""The acts of all cases: the one truth of the platform, written once and linked by digests."""

from django.db import models

from fazhi.cases.models.case import Case
from fazhi.office.models import Person


class Act(models.Model):
    """An act on file: canonical bytes and their place in the case's chain, which the database guards.

    ``body`` is what was hashed. ``key`` makes a repeated request the same request, ``request`` tells whether
    it was; both are the sender's and lie outside the chain.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="acts", db_index=False)
    sequence = models.PositiveIntegerField("序号")
    name = models.CharField("行为", max_length=80)
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="登记人")
    happened_on = models.DateField("发生之日")
    recorded_at = models.DateTimeField("登记时间")
    body = models.BinaryField("内容")
    digest = models.CharField("内容摘要", max_length=72)
    previous = models.CharField("前一摘要", max_length=72)
    key = models.CharField("幂等键", max_length=80, null=True, unique=True)
    request = models.CharField("请求摘要", max_length=64, blank=True)

    class Meta:
        verbose_name = "行为"
        ordering = ("case", "sequence")
        constraints = [models.UniqueConstraint(fields=["case", "sequence"], name="act_sequence_once")]

    def __str__(self) -> str:
        return f"{self.case_id}#{self.sequence} {self.name}"
