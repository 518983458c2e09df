"""A reminder that was given."""

from django.db import models

from fazhi.cases.models import Case


class Rung(models.Model):
    """One step of one clock was told of, for one last day; the constraint makes a second time impossible."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="rungs")
    clock = models.CharField("期限", max_length=80)
    step = models.CharField("提醒", max_length=20)
    due = models.DateField("到期日")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "已提醒"
        constraints = [models.UniqueConstraint(fields=["case", "clock", "step", "due"], name="rung_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.clock} {self.step}"
