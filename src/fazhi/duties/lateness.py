"""How late an answer came: the days between its last day and its own, worked out from what is on record.

The first answer is held against the day on which the duty fell due, one after a return against that to
rectify by. Whether somebody is late now, without an answer, is ``duties.status``.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from fazhi.duties.models import Occurrence, Step


def days_late(due_on: date, answered_on: date | None) -> int:
    """The days after the last day; nothing where it was kept, or nobody answered yet.

    >>> days_late(date(2024, 3, 31), date(2024, 4, 2)), days_late(date(2024, 3, 31), date(2024, 3, 31))
    (2, 0)
    >>> days_late(date(2024, 3, 31), None)
    0
    """
    return max((answered_on - due_on).days, 0) if answered_on else 0


def of_steps(due_on: date, steps: Iterable[Step]) -> dict[int, int]:
    """For each answer that came late, in the order on record: the key of its step, and by how many days."""
    found: dict[int, int] = {}
    for step in steps:
        if step.kind == Step.Kind.RETURN:
            due_on = step.rectify_by or due_on
        elif step.kind == Step.Kind.ANSWER and (late := days_late(due_on, timezone.localdate(step.at))):
            found[step.pk] = late
    return found


def with_first_answer(rows: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """The same rows with the moment of their first answer, as ``row.first_answer``."""
    answers = Step.objects.filter(occurrence=OuterRef("pk"), kind=Step.Kind.ANSWER).order_by("sequence")
    return rows.annotate(first_answer=Subquery(answers.values("at")[:1]))


def answered_on(row: Occurrence) -> date | None:
    """The day of the first answer of a row that carries it."""
    moment: datetime | None = row.first_answer  # type: ignore[attr-defined]
    return timezone.localdate(moment) if moment else None


def late(row: Occurrence) -> int:
    """By how many days the first answer of a row that carries it came late."""
    return days_late(row.due_on, answered_on(row))
