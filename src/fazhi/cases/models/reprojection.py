"""Journal of changed calendars: which due days moved, from where to where, when the notice came."""

from django.db import models

from fazhi.cases.models.case import Case


class Reprojection(models.Model):
    """The due days of all open clocks were worked out anew under a calendar, known by its digest."""

    calendar = models.CharField("日历摘要", max_length=64)
    at = models.DateTimeField("时间")
    clocks = models.PositiveIntegerField("期限数")
    moved = models.PositiveIntegerField("改变的期限数")

    class Meta:
        verbose_name = "期限重算"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.calendar[:12]} {self.moved}/{self.clocks}"


class Redated(models.Model):
    """One due day that a changed calendar moved."""

    reprojection = models.ForeignKey(Reprojection, models.PROTECT, related_name="redated")
    case = models.ForeignKey(Case, models.PROTECT, related_name="redated")
    name = models.CharField("期限", max_length=80)
    was = models.DateField("原到期日", null=True)
    now = models.DateField("新到期日", null=True)

    class Meta:
        verbose_name = "期限改变"

    def __str__(self) -> str:
        return f"{self.case_id} {self.name}: {self.was} → {self.now}"
