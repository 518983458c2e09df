"""What somebody thinks of how a matter was handled (好差评): one rating for one matter, kept for good."""

from django.db import models

from fazhi.cases.models import Case
from fazhi.office.models import Organ


class Rating(models.Model):
    """``case`` is the matter that was rated, ``file`` the case in which the rating is kept and followed up.

    What was said besides is sealed in the file. Whether a level is a bad one (差评) is what the procedure
    said on the day.
    """

    class Level(models.TextChoices):
        VERY_SATISFIED = "very-satisfied", "非常满意"
        SATISFIED = "satisfied", "满意"
        MOSTLY_SATISFIED = "mostly-satisfied", "基本满意"
        DISSATISFIED = "dissatisfied", "不满意"
        VERY_DISSATISFIED = "very-dissatisfied", "非常不满意"

    case = models.OneToOneField(Case, models.PROTECT, related_name="rating", verbose_name="评价的办件")
    file = models.OneToOneField(Case, models.PROTECT, related_name="rates", verbose_name="评价的案卷")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="被评价的机关")
    level = models.CharField("满意程度", max_length=20, choices=Level)
    bad = models.BooleanField("差评")
    at = models.DateTimeField("评价时间")

    class Meta:
        verbose_name = "好差评"
        ordering = ("-pk",)
        indexes = [models.Index(fields=["at", "organ"], name="rating_by_day")]

    def __str__(self) -> str:
        return f"{self.get_level_display()} {self.case_id}"
