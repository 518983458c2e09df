"""Who takes part: announced beforehand, given the papers in time, present or not."""

from django.db import models

from fazhi.cases.models import Act
from fazhi.chapters.decisions.hearing.models.hearing import Hearing
from fazhi.chapters.decisions.hearing.models.registration import Registration
from fazhi.office.models import Person


class Announcement(models.Model):
    """The hearing and its participants are announced, as an act of the case."""

    hearing = models.OneToOneField(Hearing, models.PROTECT, related_name="announcement")
    act = models.OneToOneField(Act, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("公布时间")

    class Meta:
        verbose_name = "听证会公告"

    def __str__(self) -> str:
        return str(self.hearing)


class Participant(models.Model):
    """Somebody with a seat; a substitute who moved up after the announcement comes later in the list."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="participants")
    registration = models.OneToOneField(Registration, models.PROTECT, related_name="participant")
    moved_up = models.BooleanField("是否递补")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "听证参加人"
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.registration)


class Delivery(models.Model):
    """Invitation and papers reached a participant (材料送达)."""

    participant = models.OneToOneField(Participant, models.PROTECT, related_name="delivery")
    way = models.CharField("送达方式", max_length=100)
    on = models.DateField("送达之日")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "听证材料送达"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.participant} {self.on}"


class Attendance(models.Model):
    """Whether a participant came; the latest holds."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="attendances")
    present = models.BooleanField("是否到会")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "到会登记"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.participant} {'到会' if self.present else '未到会'}"
