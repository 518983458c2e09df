"""What somebody said about a draft, or about one of its clauses."""

from django.db import models

from fazhi.cases.models import Act, Enclosed
from fazhi.chapters.decisions.consultation.models.consultation import Consultation, Version
from fazhi.chapters.decisions.participation.submission import Submission


class Comment(Submission):
    """A comment, on the draft as a whole where ``clause`` is none."""

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="comments")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    act = models.OneToOneField(Act, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("意见编号")
    clause = models.PositiveIntegerField("条款", null=True)
    label = models.CharField("条款名称", max_length=200, blank=True)
    kind = models.CharField("提意见的是", max_length=10, choices=Submission.Kind)
    text = models.TextField("意见内容")

    class Meta:
        verbose_name = "公众意见"
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="consultation_comment_once")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The number by which its author finds it again, unique over all consultations."""
        return f"{self.consultation_id}-{self.number}"


class Author(Enclosed):
    """Who made a comment, sealed under a key of their own: destroying the key is the erasure."""

    comment = models.OneToOneField(Comment, models.PROTECT, related_name="author")

    class Meta:
        verbose_name = "意见人"
