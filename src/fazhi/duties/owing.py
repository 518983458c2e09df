"""Which organs owe an answer for a duty (docs/adr/0004-who-owes-what.md)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fazhi.duties.models import Assignment
from fazhi.duties.schedule import Slot, Term, slots
from fazhi.office.models import Organ
from fazhi.outline.reading import Duty, Measure, Modality

Part = Assignment.Part
Subject = Callable[[str], tuple[Organ, ...]]


@dataclass(frozen=True)
class Share:
    """An organ's part in a measure, by the name that the document writes."""

    organ: Organ
    part: str
    written: str


def owing(duty: Duty, shares: Iterable[Share], subject: Subject) -> tuple[Organ, ...]:
    """The organs that owe the duty: its own subject, else those in the lead, else those responsible.

    What the text merely permits is owed by nobody (可以 is not 应当).
    """
    if duty.modality == Modality.MAY:
        return ()
    rows = tuple(shares)
    return (
        (subject(duty.who) if duty.who else ())
        or tuple(row.organ for row in rows if row.part == Part.LEAD)
        or tuple(row.organ for row in rows if row.part == Part.RESPONSIBLE)
    )


def falling_due(duty: Duty, measure: Measure, term: Term) -> tuple[Slot, ...]:
    """When the duty falls due; a measure's deadline holds for each duty without a date of its own."""
    return slots(duty.frequency or "", duty.quantity or "", duty.due or measure.deadline, term)
