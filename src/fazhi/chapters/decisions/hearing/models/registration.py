"""Somebody who wants to take part, and what became of it."""

from django.db import models

from fazhi.cases.models import Enclosed
from fazhi.chapters.decisions.hearing.models.hearing import Hearing, Seat
from fazhi.chapters.decisions.participation.submission import Submission
from fazhi.office.models import Person


class Registration(Submission):
    """A registration for one group; whoever made it confirmed the published conditions.

    ``likeness`` is a keyed digest of name and contact, by which somebody who registers twice is noticed.
    """

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="registrations")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("报名编号")
    kind = models.CharField("报名的是", max_length=10, choices=Submission.Kind)
    likeness = models.CharField("重复报名的核对摘要", max_length=64)

    class Meta:
        verbose_name = "听证报名"
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["hearing", "number"], name="hearing_registration_once")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The number that stands on every list, unique over all hearings; it names nobody."""
        return f"{self.hearing_id}-{self.number}"


class Applicant(Enclosed):
    """Who registered, sealed under a key of their own: destroying the key is the erasure."""

    registration = models.OneToOneField(Registration, models.PROTECT, related_name="applicant")

    class Meta:
        verbose_name = "报名人"


class Ruling(models.Model):
    """Whether a registration meets the published conditions; the latest holds, all stay on record."""

    registration = models.ForeignKey(Registration, models.PROTECT, related_name="rulings")
    accepted = models.BooleanField("是否接受报名")
    reason = models.CharField("不接受的理由", max_length=500, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "报名审核"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.registration} {'接受' if self.accepted else self.reason}"


class Withdrawal(models.Model):
    """Whoever registered takes it back, on the portal or through the desk."""

    registration = models.OneToOneField(Registration, models.PROTECT, related_name="withdrawal")
    reason = models.CharField("撤回的说明", max_length=500, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "撤回报名"
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.registration)
