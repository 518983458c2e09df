"""Somebody who wants to take part, and what became of it."""

from django.db import models

from fazhi.chapters.decisions.hearing.models.hearing import Hearing, Seat
from fazhi.office.models import Person


class Registration(models.Model):
    """A registration for one group; whoever made it confirmed the published conditions.

    ``key`` makes a form that was sent twice one registration, ``code`` is the digest of what the person was
    given, ``likeness`` a keyed digest of name and contact, by which somebody who registers twice is noticed.
    """

    class Kind(models.TextChoices):
        PERSON = "person", "个人"
        ENTERPRISE = "enterprise", "企业和其他组织"

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="registrations")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("报名编号")
    kind = models.CharField("报名的是", max_length=10, choices=Kind)
    likeness = models.CharField("重复报名的核对摘要", max_length=64)
    code = models.CharField("查询码摘要", max_length=64)
    key = models.CharField("幂等键", max_length=80, unique=True)
    request = models.CharField("请求摘要", max_length=72)
    at = models.DateTimeField("时间")

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


class Applicant(models.Model):
    """Who registered, sealed under a key of their own: destroying the key is the erasure."""

    registration = models.OneToOneField(Registration, models.PROTECT, related_name="applicant")
    subject = models.CharField("代号", max_length=60, unique=True)
    nonce = models.BinaryField()
    ciphertext = models.BinaryField()
    commitment = models.CharField("摘要", max_length=72)

    class Meta:
        verbose_name = "报名人"

    def __str__(self) -> str:
        return self.subject


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
