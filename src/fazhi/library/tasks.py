"""The duties of an opened outline as the public sees them: offices and status, no person, no evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from fazhi.duties import standing
from fazhi.duties.models import Assignment, Duty, Measure, Occurrence, Outline
from fazhi.duties.standing import Counts
from fazhi.duties.status import Status
from fazhi.duties.wording import MODALITIES

STATE = standing.STATUS


def measures(outline: Outline) -> QuerySet[Measure]:
    """Its measures in force with the offices that lead, answer and help."""
    parts = Prefetch("assignments", Assignment.objects.select_related("organ"))
    return outline.measures.filter(withdrawn=False).prefetch_related(parts)


def parts(measure: Measure) -> list[tuple[str, list[str]]]:
    """For each part the offices by the names that the document writes."""
    found: dict[str, dict[str, None]] = {}
    for held in measure.assignments.all():
        found.setdefault(held.get_part_display(), {})[held.written] = None
    return [(part, list(names)) for part, names in found.items()]


@dataclass(frozen=True)
class Due:
    """One time that a duty falls due for an office, and how it stands."""

    label: str
    due_on: date
    status: Status


@dataclass(frozen=True)
class Task:
    """A duty in force with its counts and what each office owes."""

    duty: Duty
    counts: Counts
    offices: tuple[tuple[str, tuple[Due, ...]], ...]

    @property
    def mood(self) -> str:
        """How strongly the text binds, in a word."""
        return MODALITIES[self.duty.modality]


def tasks(measure: Measure, today: date) -> list[Task]:
    """The duties of a measure with their status on a day; one query for all offices."""
    rows = standing.owed(measure.outline, today).filter(duty__measure=measure)
    by_duty: dict[int, list[Occurrence]] = {}
    for row in rows.select_related("organ").order_by("organ_id", "due_on", "pk"):
        by_duty.setdefault(row.duty_id, []).append(row)
    duties = measure.duties.filter(withdrawn=None).order_by("position")
    return [_task(duty, by_duty.get(duty.pk, ())) for duty in duties]


def _task(duty: Duty, rows: Iterable[Occurrence]) -> Task:
    counts: Counts = {}
    offices: dict[str, list[Due]] = {}
    for row in rows:
        status = Status(getattr(row, STATE))
        counts[status] = counts.get(status, 0) + 1
        day = row.rectify_by or row.due_on
        offices.setdefault(row.organ.name, []).append(Due(row.label, day, status))
    return Task(duty, counts, tuple((name, tuple(due)) for name, due in offices.items()))


def counts_by_measure(outline: Outline, today: date) -> Mapping[int, Counts]:
    """How many duties of each measure have each status."""
    return standing.counts_by(standing.owed(outline, today), "duty__measure")
