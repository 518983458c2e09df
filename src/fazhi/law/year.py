"""A year's days of rest and of make-up work, as one notice of the State Council's office fixes them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class State(StrEnum):
    """How far a day may be leaned on: fixed by a notice, foreseen by somebody, or not known at all."""

    ANNOUNCED = "announced"
    PROJECTED = "projected"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Holiday:
    """A festival's days off, ``since`` … ``until``, both included."""

    name: str
    since: date
    until: date

    def days(self) -> tuple[date, ...]:
        """Every day off of the festival, in order."""
        length = (self.until - self.since).days + 1
        return tuple(self.since + timedelta(days=n) for n in range(length))


@dataclass(frozen=True)
class Year:
    """One calendar year; ``make_up`` are the Saturdays and Sundays on which people work (调休上班)."""

    number: int
    state: State
    holidays: tuple[Holiday, ...] = ()
    make_up: frozenset[date] = frozenset()
    notice: str = ""
    """The notice that fixes the days; empty where the year is only projected."""

    def days(self) -> tuple[date, ...]:
        """All days of the year, in order."""
        first = date(self.number, 1, 1)
        return tuple(first + timedelta(days=n) for n in range((date(self.number, 12, 31) - first).days + 1))
