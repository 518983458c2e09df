"""What a reviewer said to an item of the law."""

from django.db import models

from fazhi.chapters.decisions.legality.models.examination import Examination
from fazhi.office.models import Person


class Answer(models.Model):
    """The latest answer to an item holds, all stay on record."""

    class Value(models.TextChoices):
        YES = "yes", "符合"
        NO = "no", "不符合"
        NONE = "none", "不涉及"

    examination = models.ForeignKey(Examination, models.PROTECT, related_name="answers")
    item = models.CharField("审核事项", max_length=60)
    value = models.CharField("审核事项结论", max_length=10, choices=Value)
    note = models.TextField("理由", blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "审核事项结论"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.item} {self.get_value_display()}"
