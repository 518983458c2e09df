"""The projections of a case, made anew from its acts: lists and reminders read them, judgements never do."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone

from fazhi.cases import lawbook
from fazhi.cases.models import Case, Clock
from fazhi.ledger.record import Record as Line
from fazhi.procedure import case as procedure
from fazhi.procedure.due import Reading, due

DAY = timedelta(days=1)
FIELDS = ["started", "due", "stopped", "provisional", "wake_on"]


def case(row: Case, held: procedure.Case, line: Line, at: datetime) -> None:
    """Bring a case's row and clocks to what its acts say, and its head to the line just appended."""
    row.sequence, row.leaf = line.entry.sequence, line.entry.leaf()
    again(row, held, timezone.localdate(at))


def again(row: Case, held: procedure.Case, today: date) -> None:
    """The same without a new act: for a changed calendar, or to check what is stored."""
    clocks = tuple(_clocks(row, held, today))
    row.stage = held.history[-1].act if held.records else ""
    row.latest_on, row.outcome = held.latest, held.state.outcome
    owed = (c for c in clocks if not c.stopped and not held.edition.clock[c.name].at_least)
    row.next_due = min((c.due for c in owed if c.due), default=None)
    row.save(update_fields=["sequence", "leaf", "stage", "latest_on", "outcome", "next_due"])
    keep(clocks)


def keep(clocks: tuple[Clock, ...]) -> None:
    """Write clocks, new ones and known ones alike."""
    Clock.objects.bulk_create(
        clocks, update_conflicts=True, update_fields=FIELDS, unique_fields=["case", "name"]
    )


def _clocks(row: Case, held: procedure.Case, today: date) -> Iterator[Clock]:
    for name, reading in due(held, lawbook.days(), today).items():
        if reading.started:
            yield Clock(
                case=row,
                name=name,
                started=reading.started,
                due=reading.day,
                stopped=reading.stopped,
                provisional=bool(reading.due and reading.due.provisional),
                wake_on=wake_on(reading, today),
            )


def wake_on(reading: Reading, today: date) -> date | None:
    """The next day, today at the earliest, on which somebody is to be told of a clock."""
    if reading.day is None or not reading.running or reading.clock.at_least:
        return None
    ahead = (lawbook.days().before(reading.day, count) for count in reading.clock.warns)
    days = (*(day for day in ahead if day), reading.day + DAY)
    return min((day for day in days if day >= today), default=None)
