"""What somebody said about a draft, or about one of its clauses."""

from django.db import models

from fazhi.cases.models import Act
from fazhi.chapters.decisions.consultation.models.consultation import Consultation, Version


class Comment(models.Model):
    """A comment, on the draft as a whole where ``clause`` is none.

    ``key`` makes a form that was sent twice one comment; ``code`` is the digest of what the person was given
    to look it up by.
    """

    class Kind(models.TextChoices):
        PERSON = "person", "个人"
        ENTERPRISE = "enterprise", "企业和其他组织"

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="comments")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    act = models.OneToOneField(Act, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("意见编号")
    clause = models.PositiveIntegerField("条款", null=True)
    label = models.CharField("条款名称", max_length=200, blank=True)
    kind = models.CharField("提意见的是", max_length=10, choices=Kind)
    text = models.TextField("意见内容")
    code = models.CharField("查询码摘要", max_length=64)
    key = models.CharField("幂等键", max_length=80, unique=True)
    request = models.CharField("请求摘要", max_length=72)
    at = models.DateTimeField("时间")

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


class Author(models.Model):
    """Who made a comment, sealed under a key of their own: destroying the key is the erasure."""

    comment = models.OneToOneField(Comment, models.PROTECT, related_name="author")
    subject = models.CharField("代号", max_length=60, unique=True)
    nonce = models.BinaryField()
    ciphertext = models.BinaryField()
    commitment = models.CharField("摘要", max_length=72)

    class Meta:
        verbose_name = "意见人"

    def __str__(self) -> str:
        return self.subject
