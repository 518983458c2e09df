"""What changed and is not in the index yet: written by the database itself, whoever changed the row."""

from django.db import models
from django.db.models.functions import Now


class Stale(models.Model):
    """One note of a trigger; several of one thing are as good as one."""

    kind = models.CharField("种类", max_length=20)
    key = models.BigIntegerField("键")
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = "待编入索引"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
