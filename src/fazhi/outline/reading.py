"""What was read from a policy document, every piece with its place in the text."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Span = tuple[int, int]
"""Half-open character positions in the document's text: ``text[start:end]``."""


class Modality(StrEnum):
    """How strongly the text binds: an order, a ban, a permission, an experiment, an endeavour."""

    MUST = "must"
    MUST_NOT = "must not"
    MAY = "may"
    EXPLORE = "explore"
    PROMOTE = "promote"


class Part(StrEnum):
    """What a unit does in a measure: leads (牵头), answers (责任) or cooperates (配合)."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    COOPERATING = "cooperating"


@dataclass(frozen=True)
class Unit:
    """A unit as the document writes it; group words such as 各街道 stay one name."""

    name: str
    part: Part
    span: Span


class Figure(StrEnum):
    """What a mark inside a duty stands for."""

    QUANTITY = "quantity"
    FREQUENCY = "frequency"
    DUE = "due"
    WHO = "who"
    CONDITION = "condition"


@dataclass(frozen=True)
class Mark:
    """The place in the text of one of a duty's facts."""

    figure: Figure
    span: Span


@dataclass(frozen=True)
class Duty:
    """One obligation: who does what, how strongly, how much, how often, by when, on which condition.

    ``quantity`` (不少于60学时), ``unit`` (学时), ``frequency`` (每年至少两次), ``who`` and ``condition``
    are the document's words, ``None`` where it says nothing; ``due`` is the last day of the date it names.
    ``marks`` are the places of these facts.
    """

    text: str
    modality: Modality
    span: Span
    quantity: str | None = None
    unit: str | None = None
    frequency: str | None = None
    due: date | None = None
    who: str | None = None
    condition: str | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Measure:
    """A numbered measure; ``text`` is its body without number, title and unit bracket."""

    number: str
    title: str
    chapter: str
    text: str
    span: Span
    units: tuple[Unit, ...] = ()
    deadline: date | None = None
    duties: tuple[Duty, ...] = ()

    def named(self, part: Part) -> tuple[str, ...]:
        """The names of the units with one part in this measure, in the document's order."""
        return tuple(unit.name for unit in self.units if unit.part == part)


@dataclass(frozen=True)
class Unread:
    """A piece that was seen but not understood, and why: for a person to decide, never dropped."""

    span: Span
    text: str
    why: str


@dataclass(frozen=True)
class Reading:
    """A whole document as read: ``text`` is what every span points into."""

    text: str
    title: str
    metadata: dict[str, str] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    unread: tuple[Unread, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The machine-readable form that ``fazhi outline read --json`` prints."""
        return {
            "title": self.title,
            "metadata": self.metadata,
            "measures": [_measure(m) for m in self.measures],
            "unread": [{"span": list(u.span), "text": u.text, "why": u.why} for u in self.unread],
        }


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "number": measure.number,
        "title": measure.title,
        "chapter": measure.chapter,
        "text": measure.text,
        "span": list(measure.span),
        **{part.value: list(measure.named(part)) for part in Part},
        "deadline": _iso(measure.deadline),
        "duties": _duties(measure.duties),
    }


def _duties(duties: Iterable[Duty]) -> list[dict[str, object]]:
    return [
        {**vars(duty), "due": _iso(duty.due), "span": list(duty.span), "marks": _marks(duty)}
        for duty in duties
    ]


def _marks(duty: Duty) -> list[dict[str, object]]:
    return [{"figure": mark.figure.value, "span": list(mark.span)} for mark in duty.marks]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
