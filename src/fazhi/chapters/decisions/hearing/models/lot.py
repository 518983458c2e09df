"""The draw of the participants: what was promised, and what came of it."""

from django.db import models

from fazhi.chapters.decisions.hearing.models.hearing import Hearing
from fazhi.office.models import Person


class Commitment(models.Model):
    """The frozen list and the rules under one digest, published before the public value is known.

    ``plan`` is the plan of the draw as JSON; of its list the public sees number and digest until the draw.
    """

    hearing = models.OneToOneField(Hearing, models.PROTECT, related_name="committed")
    plan = models.TextField("抽取方案")
    line = models.CharField("抽取承诺", max_length=80)
    source = models.CharField("公开值的来源", max_length=200)
    day = models.DateField("公开值的日期")
    on = models.DateField("公布承诺之日")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "抽取承诺"

    def __str__(self) -> str:
        return self.line


class Drawing(models.Model):
    """The record of the draw as it is published: with it anybody repeats the draw."""

    hearing = models.OneToOneField(Hearing, models.PROTECT, related_name="drawing")
    record = models.TextField("抽取记录")
    value = models.CharField("公开值", max_length=500)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "抽取结果"

    def __str__(self) -> str:
        return f"{self.hearing} 抽取结果"
