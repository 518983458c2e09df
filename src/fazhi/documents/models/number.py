"""文号: one series for an organ's 机关代字 and a year, without gaps, and what became of each number."""

from django.db import models

from fazhi.office.models import Organ, Person


class Series(models.Model):
    """Where numbers come from: 试司罚 of 2026. ``last`` is the projection of the numbers given out."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="series")
    prefix = models.CharField("机关代字", max_length=20)
    year = models.PositiveSmallIntegerField("年份")
    last = models.PositiveIntegerField("最后编号", default=0)

    class Meta:
        verbose_name = "编号序列"
        ordering = ("-year", "prefix")
        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="series_once")]

    def __str__(self) -> str:
        return f"{self.prefix}〔{self.year}〕"


class Number(models.Model):
    """One number, reserved for good: it is used, or voided with a reason, and never given out again."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="numbers")
    value = models.PositiveIntegerField("编号")
    purpose = models.CharField("用途", max_length=200)
    reserved_at = models.DateTimeField("取号时间")
    reserved_by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "文号"
        ordering = ("series", "value")
        constraints = [models.UniqueConstraint(fields=["series", "value"], name="number_once")]

    def __str__(self) -> str:
        return f"{self.series}{self.value}号"


class Fate(models.Model):
    """What became of a number."""

    class Kind(models.TextChoices):
        USED = "used", "已使用"
        VOIDED = "voided", "已作废"

    number = models.OneToOneField(Number, models.PROTECT, related_name="fate")
    kind = models.CharField("去向", max_length=6, choices=Kind)
    reason = models.TextField("作废理由", blank=True)
    at = models.DateTimeField("时间")
    by = models.ForeignKey(Person, models.PROTECT)

    class Meta:
        verbose_name = "文号去向"

    def __str__(self) -> str:
        return f"{self.number}{self.get_kind_display()}"
