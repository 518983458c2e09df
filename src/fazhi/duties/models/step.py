"""Every step of supervision, kept for good."""

from django.db import models

from fazhi.duties.models.occurrence import Occurrence
from fazhi.office.models import Organ, Person


class Step(models.Model):
    """Somebody asked, answered, confirmed, returned or chased; the database refuses to change it.

    ``person`` is none where the platform answered of itself, with the figures bound to the duty.
    """

    class Kind(models.TextChoices):
        ASK = "ask", "交办"
        ANSWER = "answer", "报送"
        CONFIRM = "confirm", "确认"
        RETURN = "return", "退回"
        CHASE = "chase", "催办"

    occurrence = models.ForeignKey(Occurrence, models.PROTECT, related_name="steps")
    sequence = models.PositiveSmallIntegerField("序号")
    kind = models.CharField("办理", max_length=8, choices=Kind)
    person = models.ForeignKey(Person, models.PROTECT, null=True)
    organ = models.ForeignKey(Organ, models.PROTECT, null=True)
    at = models.DateTimeField("时间")
    text = models.TextField("内容", blank=True)
    rectify_by = models.DateField("整改期限", null=True)

    class Meta:
        verbose_name = "办理记录"
        ordering = ("sequence",)
        constraints = [models.UniqueConstraint(fields=["occurrence", "sequence"], name="step_sequence_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.text}"


class Evidence(models.Model):
    """What shows that a duty was performed: a file or a link, fixed with its digest."""

    class Kind(models.TextChoices):
        FILE = "file", "文件"
        LINK = "link", "链接"

    step = models.ForeignKey(Step, models.PROTECT, related_name="evidence")
    kind = models.CharField("类型", max_length=8, choices=Kind)
    title = models.CharField("名称", max_length=200)
    url = models.URLField("网址", max_length=500, blank=True)
    content = models.BinaryField("文件", null=True)
    digest = models.CharField("SHA-256", max_length=64, blank=True)

    class Meta:
        verbose_name = "佐证材料"

    def __str__(self) -> str:
        return self.title
