"""What one organ owes under one duty in one period."""

from django.db import models

from fazhi.duties.models.outline import Duty, Edition
from fazhi.office.models import Organ


class Occurrence(models.Model):
    """A duty falling due for an organ; ``stage`` and ``rectify_by`` are projections of its steps.

    Whether it is due, overdue or expired is never stored: that follows from dates (``duties.status``).
    """

    class Stage(models.TextChoices):
        OPEN = "open", "待报送"
        ANSWERED = "answered", "待确认"
        RETURNED = "returned", "整改中"
        CONFIRMED = "confirmed", "已确认"

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="occurrences")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="occurrences")
    label = models.TextField("期次")
    due_on = models.DateField("到期日", db_index=True)
    required = models.PositiveSmallIntegerField("应完成次数", default=1)
    stage = models.CharField("环节", max_length=10, choices=Stage, default=Stage.OPEN)
    rectify_by = models.DateField("整改期限", null=True)
    assigned = models.BooleanField("统筹交办", default=False)
    """Laid on the organ by the coordinator, not by the outline's words: a new edition leaves it standing."""
    withdrawn = models.ForeignKey(Edition, models.PROTECT, null=True, related_name="released")
    """The edition that no longer asks for it; what was done stays on record."""

    class Meta:
        verbose_name = "应办事项"
        ordering = ("due_on", "pk")
        constraints = [models.UniqueConstraint(fields=["duty", "organ", "due_on"], name="occurrence_once")]

    def __str__(self) -> str:
        return f"{self.organ} {self.label} {self.duty}"
