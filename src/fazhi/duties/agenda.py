"""What falls due in a stretch of days, each duty once with how its organs stand."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, QuerySet

from fazhi.duties.models import Duty, Occurrence
from fazhi.duties.standing import STATUS, Counts


@dataclass
class Entry:
    """One duty on one day and the statuses of the organs that owe it."""

    day: date
    duty: Duty
    label: str
    counts: Counts = field(default_factory=dict)


def agenda(rows: QuerySet[Occurrence], first: date, after: date) -> list[Entry]:
    """The duties due from ``first`` until before ``after``, in the order of days; rows carry ``status``."""
    found = rows.filter(due_on__gte=first, due_on__lt=after).order_by("due_on", "duty__measure", "duty")
    table = list(found.values_list("due_on", "duty", "label", STATUS).annotate(Count("pk")))
    duties = Duty.objects.select_related("measure").in_bulk({duty for _, duty, *_ in table})
    entries: dict[tuple[date, int], Entry] = {}
    for day, duty, label, status, number in table:
        entry = entries.setdefault((day, duty), Entry(day, duties[duty], label))
        entry.counts[status] = number
    return list(entries.values())


def nearest(rows: QuerySet[Occurrence], first: date, after: date) -> tuple[date | None, date | None]:
    """The last day with something due before a stretch, and the first one after it."""
    earlier = rows.filter(due_on__lt=first).order_by("-due_on").values_list("due_on", flat=True).first()
    later = rows.filter(due_on__gte=after).order_by("due_on").values_list("due_on", flat=True).first()
    return earlier, later
