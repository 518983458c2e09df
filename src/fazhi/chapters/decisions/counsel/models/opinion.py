"""What somebody who was asked said, and of which material."""

from django.db import models

from fazhi.cases.models import Act, Paper
from fazhi.chapters.decisions.counsel.models.assignment import Assignment
from fazhi.office.models import Person


class Opinion(models.Model):
    """An opinion on one paper of the case, fixed by its digest; a later version has a later opinion."""

    class Conclusion(models.TextChoices):
        FEASIBLE = "feasible", "可行"
        REVISE = "revise", "修改后可行"
        INFEASIBLE = "infeasible", "不可行"
        LAWFUL = "lawful", "合法"
        AMEND = "amend", "须修改"
        UNLAWFUL = "unlawful", "不合法"

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="opinions")
    material = models.ForeignKey(Paper, models.PROTECT, related_name="+")
    digest = models.CharField("所据材料的 SHA-256", max_length=64)
    conclusion = models.CharField("论证或者法律意见的结论", max_length=12, choices=Conclusion)
    text = models.TextField("论证或者法律意见")
    written = models.BooleanField("是否书面意见")
    signed = models.BooleanField("是否署名、盖章")
    act = models.OneToOneField(Act, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "论证和法律意见"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.assignment} {self.get_conclusion_display()}"


EXPERT = (Opinion.Conclusion.FEASIBLE, Opinion.Conclusion.REVISE, Opinion.Conclusion.INFEASIBLE)
LEGAL = (Opinion.Conclusion.LAWFUL, Opinion.Conclusion.AMEND, Opinion.Conclusion.UNLAWFUL)
