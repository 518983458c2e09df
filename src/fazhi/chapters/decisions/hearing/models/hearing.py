"""A hearing as it is made known: what it is about, when and where, how many from which group."""

from datetime import date, datetime

from django.db import models
from django.utils import timezone

from fazhi.cases.models import Case, Enclosed
from fazhi.chapters.decisions.hearing.lots import Places
from fazhi.office.models import Person


def draw_number(case: str) -> str:
    """The number of the draw for the hearing of a case.

    >>> draw_number("决策-2026-1")
    '听证-决策-2026-1'
    """
    return f"听证-{case}"


class Hearing(Enclosed):
    """The notice by which people register; ``promise`` binds the office to its share of the seed.

    The secret of the share is sealed under ``subject`` until the draw.
    """

    class Ground(models.TextChoices):
        LAW = "by-law", "法律、法规、规章规定应当听证"
        CHOSEN = "chosen", "可以听证，决定听证"

    case = models.OneToOneField(Case, models.PROTECT, related_name="+")
    keeper = models.ForeignKey(Person, models.PROTECT, verbose_name="承办人员", related_name="+")
    title = models.CharField("听证事项", max_length=120)
    ground = models.CharField("听证的原因", max_length=10, choices=Ground)
    draft = models.TextField("草案")
    note = models.TextField("起草说明")
    conditions = models.TextField("报名条件")
    method = models.TextField("遴选办法")
    quota_reason = models.TextField("名额分配的理由")
    opened_on = models.DateField("开始报名之日")
    until = models.DateField("报名截止之日", db_index=True)
    planned_at = models.DateTimeField("听证会时间")
    planned_place = models.CharField("听证会地点", max_length=200)
    party = models.CharField("作出承诺的单位", max_length=120)
    promise = models.CharField("抽取秘密的承诺", max_length=80)
    demo = models.BooleanField("演示数据", default=False)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "听证会"
        ordering = ("-until", "-pk")

    def __str__(self) -> str:
        return self.title

    @property
    def draw_number(self) -> str:
        """The number of its draw, which nothing else bears: a case has one hearing."""
        return draw_number(self.case.number)

    @property
    def held_at(self) -> datetime:
        """When it is held, after all changes."""
        last = self.shifts.last()
        return last.held_at if last else self.planned_at

    @property
    def held_on(self) -> date:
        return timezone.localdate(self.held_at)

    @property
    def place(self) -> str:
        """Where it is held, after all changes."""
        last = self.shifts.last()
        return last.place if last else self.planned_place

    def places(self) -> tuple[Places, ...]:
        """The seats by group, as the draw knows them."""
        return tuple(Places(one.group, one.number, one.substitutes) for one in self.seats.all())


class Seat(models.Model):
    """How many take part from a group; settled once, before anybody registers."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="seats")
    group = models.CharField("听证参加人类别", max_length=40)
    number = models.PositiveSmallIntegerField("名额")
    substitutes = models.PositiveSmallIntegerField("备选名额")

    class Meta:
        verbose_name = "听证名额"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["hearing", "group"], name="hearing_seat_once")]

    def __str__(self) -> str:
        return self.group


class Shift(models.Model):
    """Another time or place, with the reason; the latest holds, all are published."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="shifts")
    held_at = models.DateTimeField("听证会时间")
    place = models.CharField("听证会地点", max_length=200)
    reason = models.CharField("变更的理由", max_length=500)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "听证会变更"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.hearing} {self.held_at}"
