"""What falls due under an edition: new rows made, rows no longer asked for withdrawn, none deleted."""

from dataclasses import dataclass

from django.db.models import QuerySet

from fazhi.duties.models import Duty, Edition, Occurrence
from fazhi.duties.schedule import Slot
from fazhi.office.models import Organ

Due = tuple[Duty, Organ, Slot]


@dataclass(frozen=True)
class Moved:
    """How many things to answer came, new or again, and how many are no longer asked for."""

    came: int
    went: int


def bring_to(edition: Edition, due: list[Due], among: QuerySet[Occurrence]) -> Moved:
    """Bring occurrences to what is due; what the coordinator assigned stays with its duty.

    ``among`` are those that may be due: of the whole outline, or of one measure.
    """
    known = {(row.duty_id, row.organ_id, row.due_on): row for row in among.select_related("duty")}
    before = {key for key, row in known.items() if row.withdrawn_id is None}
    wanted = {(duty.pk, organ.pk, slot.due_on): slot for duty, organ, slot in due}
    Occurrence.objects.bulk_create(_row(key, slot) for key, slot in wanted.items() if key not in known)
    for key, row in known.items():
        _update(row, wanted.get(key), edition)
    Occurrence.objects.bulk_update(known.values(), ["label", "required", "withdrawn"], batch_size=200)
    kept = {key for key, row in known.items() if row.withdrawn_id is None}
    return Moved(len({*wanted} - before), len(before - kept))


def _row(key: tuple[int, int, object], slot: Slot) -> Occurrence:
    return Occurrence(
        duty_id=key[0], organ_id=key[1], due_on=slot.due_on, label=slot.label, required=slot.required
    )


def _update(row: Occurrence, slot: Slot | None, edition: Edition) -> None:
    if slot is not None:
        row.label, row.required, row.withdrawn = slot.label, slot.required, None
    elif row.withdrawn_id is None and not (row.assigned and row.duty.withdrawn_id is None):
        row.withdrawn = edition
