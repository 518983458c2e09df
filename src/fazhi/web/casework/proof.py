"""What proves the acts of a case to others: under which checkpoint each one is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fazhi.cases import receipts
from fazhi.cases.models import Act, Checkpoint
from fazhi.cases.store import File


@dataclass(frozen=True)
class Proofs:
    """The day of the checkpoint over each proven act, how many wait, and the last day with a checkpoint."""

    days: Mapping[int, date]
    waiting: int
    latest: date | None


def proofs(file: File) -> Proofs:
    """The proofs of a case as they stand."""
    days = receipts.proven(Act.objects.filter(pk__in=[act.pk for act in file.acts]))
    latest = Checkpoint.objects.values_list("day", flat=True).first()
    return Proofs(days, len(file.acts) - len(days), latest)
