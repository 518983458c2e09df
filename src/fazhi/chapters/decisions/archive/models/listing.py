"""A case is the matter of the yearly catalogue under a number: whoever handles it says so."""

from django.db import models

from fazhi.cases.models import Case
from fazhi.office.models import Person
from fazhi.registers.models import Register


class Listing(models.Model):
    """The latest listing of a case holds, all stay on record; ``key`` is the entry's in the register."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    register = models.ForeignKey(Register, models.PROTECT, related_name="+")
    key = models.CharField("目录编号", max_length=200)
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="对应人", related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "目录事项对应"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.key} {self.case}"
