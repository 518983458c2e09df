"""A draft put before the public, its later versions, and the account given at the end."""

from datetime import date

from django.db import models

from fazhi.cases.models import Act, Case
from fazhi.chapters.decisions.consultation import period
from fazhi.office.models import Person


class Consultation(models.Model):
    """What is being decided in a case, until when comments are taken, and in which ways."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="+")
    act = models.OneToOneField(Act, models.PROTECT, related_name="+")
    keeper = models.ForeignKey(Person, models.PROTECT, verbose_name="承办人员", related_name="+")
    title = models.CharField("征求意见的事项", max_length=120)
    note = models.TextField("起草说明")
    ways = models.TextField("提意见的方式")
    opened_on = models.DateField("开始征求意见之日")
    until = models.DateField("截止之日", db_index=True)
    shortening = models.TextField("缩短期限的说明", blank=True)
    demo = models.BooleanField("演示数据", default=False)

    class Meta:
        verbose_name = "公开征求意见"
        ordering = ("-until", "-pk")

    def __str__(self) -> str:
        return self.title

    @property
    def days(self) -> int:
        """How many days there are for comments."""
        return period.length(self.opened_on, self.until)

    def takes(self, day: date) -> bool:
        """Whether comments are taken on a day; the last day is one of them."""
        return self.opened_on <= day <= self.until


class Version(models.Model):
    """The draft as it stood; a later version says what was changed."""

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("版次")
    text = models.TextField("草案")
    change = models.TextField("修改说明", blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "草案版本"
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="consultation_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.consultation} 第{self.number}稿"


class Result(models.Model):
    """The account given to the public once every comment has its disposition (反馈采纳情况)."""

    consultation = models.OneToOneField(Consultation, models.PROTECT, related_name="result")
    summary = models.TextField("采纳情况说明")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("公布时间")

    class Meta:
        verbose_name = "征求意见结果"

    def __str__(self) -> str:
        return f"{self.consultation} 结果"
