"""What was heard, who confirmed it, and what became of what was said (程序暂行条例第十七条、第十八条)."""

from django.db import models

from fazhi.chapters.decisions.hearing.models.hearing import Hearing
from fazhi.chapters.decisions.hearing.models.participant import Participant
from fazhi.office.models import Person


class Minutes(models.Model):
    """The record in one version; what participants want changed makes a further one, to be confirmed anew."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="minutes")
    number = models.PositiveSmallIntegerField("版次")
    introduced = models.TextField("承办单位的介绍")
    debated = models.TextField("参加人的陈述、询问、质证和辩论")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "听证会记录"
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["hearing", "number"], name="hearing_minutes_once")]

    def __str__(self) -> str:
        return f"{self.hearing} 第{self.number}稿"


class Signature(models.Model):
    """A participant confirmed a version of the record, or said what is wrong with it."""

    class Way(models.TextChoices):
        PAPER = "paper", "在纸质记录上签字"
        ONLINE = "online", "凭编号和查询码在网上确认"

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="signatures")
    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="signatures")
    agreed = models.BooleanField("是否确认")
    way = models.CharField("签字方式", max_length=10, choices=Way)
    objection = models.TextField("对记录的异议", blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "听证记录签字"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.participant} {self.minutes}"


class Account(models.Model):
    """What became of the opinions that were heard, told to the public."""

    hearing = models.OneToOneField(Hearing, models.PROTECT, related_name="account")
    summary = models.TextField("听证意见研究采纳情况")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("公布时间")

    class Meta:
        verbose_name = "听证意见研究采纳情况"

    def __str__(self) -> str:
        return f"{self.hearing} 采纳情况"
