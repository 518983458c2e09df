"""Who works on a case: this opens it to them, and brings their posts into it."""

from django.db import models

from fazhi.cases.models.case import Case
from fazhi.office.models import Person


class Engagement(models.Model):
    """A person was put on a case or taken off it; the latest row for a person holds."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="engagements")
    person = models.ForeignKey(Person, models.PROTECT, related_name="engagements")
    on = models.BooleanField("在办", default=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")
    reason = models.CharField("理由", max_length=200, blank=True)
    key = models.CharField("幂等键", max_length=80, null=True, unique=True)
    request = models.CharField("请求摘要", max_length=64, blank=True)

    class Meta:
        verbose_name = "承办"
        ordering = ("pk",)
        indexes = [models.Index(fields=["person", "case"], name="engagement_person")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.person_id} {self.on}"
