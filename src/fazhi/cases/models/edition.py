"""The text of every edition that a case was ever judged by, so that the judgement can be made again."""

from django.db import models


class StoredEdition(models.Model):
    """An edition of a procedure in canonical JSON; ``hash`` is the digest of those bytes."""

    hash = models.CharField("摘要", max_length=64, primary_key=True)
    procedure = models.CharField("程序", max_length=80)
    title = models.CharField("名称", max_length=120)
    content = models.BinaryField("全文")

    class Meta:
        verbose_name = "程序版本"

    def __str__(self) -> str:
        return f"{self.title} {self.hash[:8]}"
