"""The task division of an edition (任务分解): every duty with the units as the document writes them."""

from dataclasses import dataclass
from datetime import date

from fazhi.duties.models import Edition
from fazhi.duties.stored import reading_of
from fazhi.outline.reading import Duty, Measure, Part


@dataclass(frozen=True)
class Line:
    """One duty of a measure and by when; a measure without duties has one line with its text."""

    text: str
    when: str


@dataclass(frozen=True)
class Task:
    """A measure: number, chapter, title, the names of its units by part, and its lines."""

    number: str
    chapter: str
    title: str
    lead: str
    responsible: str
    cooperating: str
    lines: tuple[Line, ...]


def division(edition: Edition) -> tuple[Task, ...]:
    """The tasks of an edition in the document's order."""
    return tuple(_task(measure) for measure in reading_of(edition).measures)


def _task(measure: Measure) -> Task:
    lead, responsible, cooperating = ("、".join(measure.named(part)) for part in Part)
    lines = tuple(Line(duty.text, _when(duty, measure)) for duty in measure.duties)
    whole = (Line(measure.text or measure.title, _by(measure.deadline)),)
    return Task(
        measure.number, measure.chapter, measure.title, lead, responsible, cooperating, lines or whole
    )


def _when(duty: Duty, measure: Measure) -> str:
    return _by(duty.due or measure.deadline)


def _by(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日前" if day else ""
