"""People hold posts, posts belong to organs, and rights follow from the posts held on the day."""

from django.conf import settings
from django.db import models

from fazhi.office.models.organ import Organ
from fazhi.office.models.validity import Valid


class Role(models.TextChoices):
    """What a post is for in this platform."""

    COORDINATOR = "coordinator", "统筹协调"
    CLERK = "clerk", "承办"
    LEADER = "leader", "负责人"
    AUDITOR = "auditor", "监督审计"


class Post(models.Model):
    """A post in an organ, such as 承办人 of 区司法局."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="posts")
    role = models.CharField("职责", max_length=12, choices=Role)
    title = models.CharField("岗位", max_length=60)

    class Meta:
        verbose_name = "岗位"
        constraints = [models.UniqueConstraint(fields=["organ", "title"], name="post_once")]

    def __str__(self) -> str:
        return f"{self.organ}{self.title}"


class Person(models.Model):
    """A person who logs in; what they may do follows from their appointments."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT)
    name = models.CharField("姓名", max_length=60)
    demo = models.BooleanField("演示人员", default=False)
    posts = models.ManyToManyField(Post, through="Appointment", related_name="holders")

    class Meta:
        verbose_name = "人员"

    def __str__(self) -> str:
        return self.name


class Appointment(Valid):
    """A person holds a post on these days."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    post = models.ForeignKey(Post, models.PROTECT, related_name="appointments")

    class Meta:
        verbose_name = "任职"
        constraints = [models.UniqueConstraint(fields=["person", "post", "since"], name="appointment_once")]

    def __str__(self) -> str:
        return f"{self.person}:{self.post}"


class Qualification(Valid):
    """A qualification that the law asks of those who act, such as 行政执法资格, on these days."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="qualifications")
    name = models.CharField("资格", max_length=60)
    number = models.CharField("证号", max_length=60, blank=True)

    class Meta:
        verbose_name = "资格"
        constraints = [models.UniqueConstraint(fields=["person", "name", "since"], name="qualification_once")]

    def __str__(self) -> str:
        return f"{self.person}:{self.name}"
