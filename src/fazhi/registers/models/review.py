"""What was decided about an edition between its draft and its publication, kept for good."""

from django.db import models

from fazhi.office.models import Organ, Person


class Review(models.Model):
    """Somebody submitted, approved, returned or published an edition; the database refuses to change it."""

    class Kind(models.TextChoices):
        SUBMIT = "submit", "提交审核"
        APPROVE = "approve", "审核通过"
        RETURN = "return", "退回修改"
        PUBLISH = "publish", "公布"

    edition = models.ForeignKey("registers.Edition", models.PROTECT, related_name="reviews")
    sequence = models.PositiveSmallIntegerField("序号")
    kind = models.CharField("办理", max_length=8, choices=Kind)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("时间")
    text = models.TextField("内容", blank=True)

    class Meta:
        verbose_name = "清单审核记录"
        ordering = ("sequence",)
        constraints = [models.UniqueConstraint(fields=["edition", "sequence"], name="review_sequence_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.text}"
