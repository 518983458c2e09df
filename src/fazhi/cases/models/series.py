"""Case numbers: one series for each organ, procedure and year, without gaps and without clashes."""

from django.db import models

from fazhi.office.models import Organ


class Series(models.Model):
    """The last number given; it moves in the transaction that opens the case, so none is lost."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    procedure = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "案号序列"
        constraints = [
            models.UniqueConstraint(fields=["organ", "procedure", "year"], name="case_series_once")
        ]

    def __str__(self) -> str:
        return f"{self.organ}{self.procedure}{self.year}:{self.last}"
