"""What a general name means in one measure, as a coordinator decided it."""

from django.db import models

from fazhi.duties.models.outline import Measure
from fazhi.office.models import Person


class Narrowing(models.Model):
    """One decision on a name such as 区政府各有关部门, with its reason; the last one on a name holds."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="narrowings")
    written = models.TextField("原文名称")
    organs = models.JSONField("所指单位")
    """Codes of organs; none where an earlier decision is taken back: then all members are meant again."""
    reason = models.TextField("理由")
    came = models.PositiveIntegerField("新增应办事项")
    went = models.PositiveIntegerField("撤下应办事项")
    at = models.DateTimeField("认定时间")
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "概称认定"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.measure_id} {self.written}"
