"""The closing of a file with the index it then had, and to whom the file went."""

from django.db import models

from fazhi.cases.models import Act, Case
from fazhi.office.models import Person


class Closing(models.Model):
    """A file closed (归档): ``content`` is its index in canonical bytes, known by its digest.

    ``act`` is the act of the case that the closing was, where the procedure has one. What comes on file later
    needs a closing of its own; every one stays.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField("次数")
    acts = models.PositiveIntegerField("行为数")
    """How many acts the file had, those of before a split included."""
    items = models.PositiveIntegerField("件数")
    digest = models.CharField("目录摘要", max_length=64)
    content = models.BinaryField("目录")
    act = models.ForeignKey(Act, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="归档人", related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "归档"
        ordering = ("case", "number")
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="archive_closing_once")]

    def __str__(self) -> str:
        return f"{self.case} 第{self.number}次归档"


class Handover(models.Model):
    """A closed file handed over (移交): when, to whom, by whom, under the digest of its list."""

    closing = models.OneToOneField(Closing, models.PROTECT, related_name="handover")
    on = models.DateField("移交之日")
    receiver = models.CharField("接收单位和接收人", max_length=200)
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="移交人", related_name="+")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "移交"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.on} {self.receiver}"
