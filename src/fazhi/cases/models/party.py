"""Parties of a case by pseudonym; who they are is sealed, and every look at it is on record."""

from django.db import models

from fazhi.cases.models.act import Act
from fazhi.cases.models.case import Case
from fazhi.office.models import Person


class Party(models.Model):
    """A party in its role; ``subject`` is its name in the chain and that of the key it is sealed under."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties")
    act = models.ForeignKey(Act, models.PROTECT, related_name="parties")
    subject = models.CharField("代号", max_length=60, unique=True)
    role = models.CharField("身份", max_length=80)

    class Meta:
        verbose_name = "当事人"
        ordering = ("case", "pk")

    def __str__(self) -> str:
        return self.subject


class Look(models.Model):
    """Somebody opened personal data, when and for what."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="looks")
    subject = models.CharField("代号", max_length=60)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    purpose = models.CharField("目的", max_length=200)
    at = models.DateTimeField("时间")
    key = models.CharField("幂等键", max_length=80, null=True, unique=True)
    request = models.CharField("请求摘要", max_length=64, blank=True)

    class Meta:
        verbose_name = "个人信息查看记录"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.subject} {self.person}"
