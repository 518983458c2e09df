"""Somebody is asked in a case, with the interests they declared."""

from django.db import models

from fazhi.cases.models import Case
from fazhi.office.models import Person
from fazhi.registers.models import Entry


class Assignment(models.Model):
    """An expert or adviser chosen for a case.

    ``entry`` is the line of the register they were chosen from; from a superior's bank that is not kept here,
    ``source`` says which. ``account`` is an adviser's own log-in, by which the opinion is given.
    """

    class Role(models.TextChoices):
        EXPERT = "expert", "专家论证"
        LEGAL = "legal", "法律意见"

    class Interest(models.TextChoices):
        NONE = "none", "没有利害关系"
        INDIRECT = "indirect", "有间接利害关系"
        DIRECT = "direct", "有直接利害关系"

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField("受聘序号")
    role = models.CharField("受聘事项", max_length=10, choices=Role)
    name = models.CharField("受聘专家、顾问", max_length=100)
    workplace = models.CharField("受聘人的单位", max_length=200)
    field = models.CharField("专业领域", max_length=200, blank=True)
    source = models.CharField("从何处选聘", max_length=200)
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+")
    account = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="受聘人的账号"
    )
    interest = models.CharField("申报的利害关系", max_length=10, choices=Interest)
    declared = models.TextField("利害关系申报的内容")
    drafted = models.BooleanField("是否参与起草")
    differing = models.BooleanField("是否持不同意见")
    warnings = models.JSONField("提示的情形", default=list)
    reason = models.TextField("选聘的理由")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "选聘记录"
        ordering = ("case", "number")
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="counsel_assignment_once")]

    def __str__(self) -> str:
        return f"{self.name}（{self.workplace}）"


class Recusal(models.Model):
    """Somebody stood down or was taken off; what was said before stays on file and does not count."""

    assignment = models.OneToOneField(Assignment, models.PROTECT, related_name="recusal")
    reason = models.CharField("不再受聘的理由", max_length=500)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "不再受聘"
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.assignment)
