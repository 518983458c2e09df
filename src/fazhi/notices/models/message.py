"""Something that is no case's, told to an organ: what the register of its documents found, say."""

from django.db import models

from fazhi.office.models import Organ


class Message(models.Model):
    """One thing told; ``key`` names what it is about, and makes telling it twice impossible."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+")
    key = models.CharField("标识", max_length=120, unique=True)
    about = models.CharField("关于", max_length=300)
    text = models.TextField("说明")
    page = models.CharField("页面", max_length=200)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "告知"

    def __str__(self) -> str:
        return self.key
