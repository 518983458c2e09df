"""A window: an organ takes applications under a procedure over the internet, and names who works on them."""

from django.db import models
from django.db.models import Q

from fazhi.office.models import Organ, Person


class Window(models.Model):
    """Open from ``opened_at`` until ``closed_at``; ``counter`` is the account that records what comes in."""

    procedure = models.CharField("程序", max_length=80)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="windows", verbose_name="承办机关")
    officer = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="承办人员")
    counter = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="登记人")
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="开通人")
    opened_at = models.DateTimeField("开通时间")
    closed_at = models.DateTimeField("停办时间", null=True)

    class Meta:
        verbose_name = "网上申请窗口"
        ordering = ("procedure", "organ", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "organ"], condition=Q(closed_at=None), name="window_open_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.procedure}"
