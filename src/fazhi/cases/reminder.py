"""When somebody is told of a clock: as far ahead as its procedure says, when it is late, and later again."""

from collections.abc import Iterator
from datetime import date, timedelta

from fazhi.cases import lawbook
from fazhi.procedure.due import Reading

DAY = timedelta(days=1)
OVERDUE, ESCALATED = "overdue", "escalated"
ESCALATE_AFTER = 5
"""Working days after the last day before the coordinators are told: the house's own rule, not one of law."""


def steps(reading: Reading) -> Iterator[tuple[date, str]]:
    """Each day on which somebody is told of a running clock, with what is told (``warn-2``)."""
    if reading.day is None or not reading.running:
        return
    for count in reading.clock.warns:
        if day := lawbook.days().before(reading.day, count):
            yield day, f"warn-{count}"
    yield reading.day + DAY, OVERDUE
    if later := lawbook.days().after(reading.day, ESCALATE_AFTER):
        yield later, ESCALATED


def wake_on(reading: Reading, today: date) -> date | None:
    """The day of the latest step that was reached, else of the first to come.

    That a reached step was told of already is for whoever tells to know: so none is lost while nobody tells.
    """
    days = [day for day, _ in steps(reading)]
    return max((day for day in days if day <= today), default=min(days, default=None))


def after(reading: Reading, today: date) -> date | None:
    """The day of the next step to come."""
    return min((day for day, _ in steps(reading) if day > today), default=None)


def reached(reading: Reading, today: date) -> str:
    """The latest step whose day has come; empty where none has."""
    return max(((day, step) for day, step in steps(reading) if day <= today), default=(today, ""))[1]
