"""What became of a comment: adopted, partly, or not, and why (程序暂行条例第十八条)."""

from django.db import models

from fazhi.cases.models import Act
from fazhi.chapters.decisions.consultation.models.comment import Comment
from fazhi.office.models import Person


class Disposition(models.Model):
    """The disposition of one comment, which is an act of the case."""

    class Outcome(models.TextChoices):
        ADOPTED = "adopted", "采纳"
        PARTLY = "partly", "部分采纳"
        DECLINED = "declined", "不采纳"

    comment = models.OneToOneField(Comment, models.PROTECT, related_name="disposition")
    act = models.OneToOneField(Act, models.PROTECT, related_name="+")
    outcome = models.CharField("处理结果", max_length=10, choices=Outcome)
    reason = models.TextField("处理理由")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "意见处理"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.comment} {self.get_outcome_display()}"
