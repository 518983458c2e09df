"""What was promised to the public on a day: so many acts, under this root, signed."""

from django.db import models


class Checkpoint(models.Model):
    """One day's checkpoint (存证点) as it was published; ``note`` is the signed text itself."""

    day = models.DateField("日期", primary_key=True)
    size = models.PositiveBigIntegerField("行为数", db_index=True)
    root = models.CharField("根摘要", max_length=72)
    note = models.TextField("签名原文")
    made_at = models.DateTimeField("公布时间")

    class Meta:
        verbose_name = "存证点"
        ordering = ("-day",)

    def __str__(self) -> str:
        return f"{self.day} {self.size}"
