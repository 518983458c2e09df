"""A list that an organ keeps, or a superior's list kept here for comparison."""

from django.db import models

from fazhi.office.models import Organ


class Register(models.Model):
    """One list of one keeper; what stands in it is in its editions, what may stand in it in the packs.

    ``organ`` is empty for a superior's list: ``holder`` then says whose it is (天津市某局).
    """

    kind = models.SlugField("清单种类", max_length=40)
    """The id of the schema in the packs."""
    title = models.CharField("清单名称", max_length=60)
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="registers")
    holder = models.CharField("编制单位", max_length=120)
    """The keeper's name as it is shown."""
    demo = models.BooleanField("演示数据", default=False)
    opened_at = models.DateTimeField("建立时间")

    class Meta:
        verbose_name = "清单"
        ordering = ("kind", "organ", "pk")
        constraints = [models.UniqueConstraint(fields=["kind", "holder"], name="register_once")]

    def __str__(self) -> str:
        return f"{self.holder}{self.title}"

    @property
    def superior(self) -> bool:
        """Whether it is a superior's list, kept for comparison and never published from here."""
        return self.organ_id is None
