"""A statute of which at least one text was imported."""

from django.db import models


class Statute(models.Model):
    """A statute by its title; what it is called elsewhere stands in the packs' registry."""

    key = models.CharField("检索名", max_length=200, unique=True)
    """The title as ``law.title.key`` compares it."""
    title = models.CharField("名称", max_length=200)
    enacted = models.DateField("首次通过或者公布", null=True)

    class Meta:
        verbose_name = "法律文件"
        ordering = ("key",)

    def __str__(self) -> str:
        return self.title
