"""What proves the acts of a case to others: under which checkpoint each one is."""

from dataclasses import dataclass
from datetime import date

from fazhi.cases import receipts
from fazhi.cases.models import Act, Checkpoint
from fazhi.cases.store import File


@dataclass(frozen=True)
class Proof:
    """An act with the day of the checkpoint over it, none where it waits for the next one."""

    act: Act
    title: str
    day: date | None


@dataclass(frozen=True)
class Proofs:
    """All acts of a case, and the last day with a checkpoint, none before the first."""

    acts: tuple[Proof, ...]
    latest: date | None

    @property
    def waiting(self) -> int:
        """How many acts are under no checkpoint yet."""
        return sum(1 for one in self.acts if one.day is None)


def proofs(file: File) -> Proofs:
    """The proofs of a case as they stand."""
    days = receipts.proven(Act.objects.filter(pk__in=[act.pk for act in file.acts]))
    latest = Checkpoint.objects.values_list("day", flat=True).first()
    return Proofs(tuple(Proof(act, _title(file, act), days.get(act.pk)) for act in file.acts), latest)


def _title(file: File, act: Act) -> str:
    known = file.case.edition.act.get(act.name)
    return known.title if known else act.name
