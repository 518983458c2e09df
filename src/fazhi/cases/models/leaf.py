"""The acts in the order in which they are proven: the leaves of the one tree over the whole ledger."""

from django.db import models

from fazhi.cases.models.act import Act


class Leaf(models.Model):
    """An act's place in the tree, from 0 and without gaps; given when a checkpoint is made, never moved."""

    position = models.PositiveBigIntegerField("位置", primary_key=True)
    act = models.OneToOneField(Act, models.PROTECT, related_name="leaf")
    digest = models.CharField("摘要", max_length=72)

    class Meta:
        verbose_name = "存证位置"

    def __str__(self) -> str:
        return f"{self.position} {self.digest[:15]}"


class Subtree(models.Model):
    """The root of a complete subtree of ``2**level`` leaves, kept for every eighth level.

    With it no root and no proof over any number of acts reads more than 255 rows of a level.
    """

    level = models.PositiveSmallIntegerField("层")
    index = models.PositiveBigIntegerField("序号")
    digest = models.CharField("摘要", max_length=72)

    class Meta:
        verbose_name = "子树"
        constraints = [models.UniqueConstraint(fields=["level", "index"], name="subtree_once")]

    def __str__(self) -> str:
        return f"{self.level}/{self.index}"
