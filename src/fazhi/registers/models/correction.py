"""Why one entry was corrected, by which a new edition came about."""

from django.db import models

from fazhi.registers.models.edition import Edition, Entry


class Correction(models.Model):
    """The edition differs from the one before in this entry alone; kept for good with reason and basis."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="correction")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+")
    """The entry as it stood before."""
    reason = models.TextField("更正理由")
    basis = models.TextField("更正依据")

    class Meta:
        verbose_name = "清单更正"

    def __str__(self) -> str:
        return f"{self.edition}更正 {self.entry}"
