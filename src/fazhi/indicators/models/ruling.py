"""How a way of counting that the law leaves open was decided, by whom and on which ground."""

from django.db import models

from fazhi.office.models import Person


class Ruling(models.Model):
    """One answer to an indicator's open question; the latest holds for every figure worked out after it."""

    code = models.CharField("指标", max_length=60, db_index=True)
    asks = models.CharField("待定口径", max_length=200)
    option = models.CharField("口径", max_length=80)
    ground = models.CharField("确定依据", max_length=300)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "口径确定记录"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.code} {self.option}"
