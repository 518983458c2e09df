"""One imported text of a statute."""

from django.db import models

from fazhi.statutes.models.statute import Statute


class Edition(models.Model):
    """A text with the days its own words give; it is replaced whole or not at all."""

    statute = models.ForeignKey(Statute, models.CASCADE, related_name="editions")
    promulgated = models.DateField("版本日期")
    in_force_from = models.DateField("施行日期", null=True)
    """Empty where the text does not state the day for this edition."""
    document = models.CharField("文号", max_length=100, blank=True)
    notices = models.TextField("题注", blank=True)
    preamble = models.TextField("序言", blank=True)
    article_count = models.PositiveSmallIntegerField("条数")
    file_name = models.CharField("文件名", max_length=255)
    digest = models.CharField("SHA-256", max_length=64, unique=True)
    imported_at = models.DateTimeField("导入时间", auto_now_add=True)
    indexed = models.BooleanField("已编入全文索引", default=False, db_index=True)

    class Meta:
        verbose_name = "版本"
        ordering = ("statute", "promulgated")
        constraints = [
            models.UniqueConstraint(fields=["statute", "promulgated"], name="statute_edition_once")
        ]

    def __str__(self) -> str:
        return f"{self.statute}（{self.promulgated}）"
