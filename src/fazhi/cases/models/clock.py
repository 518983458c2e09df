"""The clocks of cases as lists and reminders need them: derived from the acts and rebuilt at will."""

from django.db import models

from fazhi.cases.models.case import Case


class Clock(models.Model):
    """One clock of one case as its acts and the calendar leave it; ``wake_on`` is when somebody is told next.

    ``due`` is empty while it pauses and where no day is fixed. Stopped clocks stay, so that what was late
    stays countable. A ``plain`` clock depends on its first day and the calendar alone.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="clocks", db_index=False)
    name = models.CharField(max_length=80)
    started = models.DateField("起算之日")
    due = models.DateField("到期日", null=True)
    stopped = models.DateField("停止之日", null=True)
    provisional = models.BooleanField("日期是暂定的", default=False)
    plain = models.BooleanField("未中止、未延长", default=False)
    wake_on = models.DateField("下一次提醒", null=True)

    class Meta:
        verbose_name = "期限"
        constraints = [models.UniqueConstraint(fields=["case", "name"], name="clock_once")]
        indexes = [
            models.Index(fields=["stopped", "due"], name="clock_due"),
            models.Index(fields=["wake_on"], name="clock_wake"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.name} {self.due}"
