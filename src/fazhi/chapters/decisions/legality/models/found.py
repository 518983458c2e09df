"""What the automatic part of the review marked in a draft, as it stood on the day."""

from django.db import models

from fazhi.chapters.decisions.legality.models.examination import Examination


class Found(models.Model):
    """A finding; ``begin`` and ``end`` are positions in the examination's text, half open."""

    class Severity(models.TextChoices):
        MUST_FIX = "must-fix", "应改"
        CHECK = "check", "核对"
        NOTE = "note", "提示"

    examination = models.ForeignKey(Examination, models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField("序号")
    rule = models.CharField("规则", max_length=20)
    title = models.CharField("名称", max_length=200)
    severity = models.CharField("轻重", max_length=10, choices=Severity)
    clause = models.CharField("条款", max_length=200)
    begin = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    text = models.TextField("原文")
    why = models.TextField("问题")
    article = models.CharField("依据", max_length=300, blank=True)
    remedy = models.TextField("建议")

    class Meta:
        verbose_name = "审核发现"
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["examination", "number"], name="legality_found_once")]

    def __str__(self) -> str:
        return f"{self.clause} {self.title}"
