"""The papers of a case's file: each belongs to the act that made or received it."""

from django.db import models

from fazhi.cases.models.act import Act


class Paper(models.Model):
    """A file kept with an act under the title that the procedure gives it, fixed by its digest."""

    act = models.ForeignKey(Act, models.PROTECT, related_name="papers")
    title = models.CharField("名称", max_length=120)
    file_name = models.CharField("文件名", max_length=200)
    digest = models.CharField("SHA-256", max_length=64)
    size = models.PositiveIntegerField("字节数")
    content = models.BinaryField("文件")

    class Meta:
        verbose_name = "文书材料"
        ordering = ("act", "pk")

    def __str__(self) -> str:
        return self.title
