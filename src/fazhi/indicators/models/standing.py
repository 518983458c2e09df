"""What a case has come to, as figures read it: derived from its acts, made anew at will.

Nothing sealed is here: of a text, and of who a person is, only that it is known.
"""

from django.db import models

from fazhi.cases.models import Case


class Standing(models.Model):
    """The facts of a case by name; a text or a person is ``true`` where it is known."""

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="standing")
    facts = models.JSONField("事实", default=dict)

    class Meta:
        verbose_name = "案件汇总"

    def __str__(self) -> str:
        return str(self.case_id)


class Deed(models.Model):
    """An act that stands, on a day, and how often it was done on that day; a reopened one is not here."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="deeds")
    name = models.CharField("行为", max_length=80)
    day = models.DateField("发生之日")
    times = models.PositiveIntegerField("次数", default=1)

    class Meta:
        verbose_name = "行为汇总"
        constraints = [models.UniqueConstraint(fields=["case", "name", "day"], name="deed_once")]
        indexes = [models.Index(fields=["name", "day"], name="deed_day")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.name} {self.day}"
