"""A case that somebody outside opened through a window, and the digest of the code that leads to it."""

from django.db import models

from fazhi.cases.models import Case
from fazhi.portal.models.window import Window


class Application(models.Model):
    """``code`` is a salted slow hash, as of a password: the code itself is with the applicant alone."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="application", verbose_name="案件")
    window = models.ForeignKey(Window, models.PROTECT, related_name="applications")
    code = models.CharField("查询码摘要", max_length=160)
    at = models.DateTimeField("提交时间")

    class Meta:
        verbose_name = "网上申请"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.case_id}"
