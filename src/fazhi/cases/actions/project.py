"""The projections of a case, made anew from its acts: lists and reminders read them, judgements never do."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from fazhi import statement
from fazhi.cases import lawbook, projection, reminder, store
from fazhi.cases.models import Case, Clock
from fazhi.ledger.record import Record as Line
from fazhi.procedure import case as procedure
from fazhi.procedure import joint
from fazhi.procedure.due import Reading, due
from fazhi.row import putting, updating
from fazhi.statement import Statement

SUMMARY = ("sequence", "leaf", "stage", "latest_on", "outcome", "next_due")
CLOCK = ("case", "name")
READING = ("started", "due", "stopped", "provisional", "plain", "wake_on")


def case(row: Case, held: procedure.Case, line: Line, at: datetime) -> tuple[Statement, ...]:
    """What brings a case's row and clocks to what its acts say, and its head to the line just appended."""
    row.sequence, row.leaf = line.entry.sequence, line.entry.leaf()
    return _brought(row, held, timezone.localdate(at))


def again(row: Case, held: procedure.Case, today: date) -> None:
    """The same done, without a new act: for a changed calendar, or to check what is stored."""
    statement.run(*_brought(row, held, today))
    projection.bring([(row, held)])


def _brought(row: Case, held: procedure.Case, today: date) -> tuple[Statement, ...]:
    found = list(clocks(row, held, today))
    summarise(row, held, found)
    return (*putting(found, CLOCK, READING), updating(row, SUMMARY))


def summarise(row: Case, held: procedure.Case, clocks: list[Clock]) -> None:
    """What lists show of a case, on its row."""
    row.stage = held.history[-1].act if held.records else ""
    row.latest_on, row.outcome = held.latest, held.state.outcome
    row.next_due = min((c.due for c in clocks if c.due and not c.stopped), default=None)


def clocks(row: Case, held: procedure.Case, today: date) -> Iterator[Clock]:
    """The clocks of a case that have started and that somebody can be late for, as they stand."""
    for name, reading in readings(row, held, today).items():
        if reading.started and not reading.clock.at_least:
            yield Clock(case=row, name=name, started=reading.started, **stored(row, reading, today))


def readings(row: Case, held: procedure.Case, today: date) -> Mapping[str, Reading]:
    """The clocks as they bind the case: joined with others, none runs longer than the first of them."""
    if not row.lead_id:
        return due(held, lawbook.days(), today)
    return joint.readings_of(store.together(row, held), row.number, lawbook.days(), today)


def stored(row: Case, reading: Reading, today: date) -> dict[str, Any]:
    """A joined case's clock hangs on other cases, and never on its own first day alone."""
    found = values(reading, today)
    return found | {"plain": False} if row.lead_id else found


def values(reading: Reading, today: date) -> dict[str, Any]:
    """What is stored of a clock's reading beside its first day."""
    found = reading.due
    return {
        "due": reading.day,
        "stopped": reading.stopped,
        "provisional": bool(found and found.provisional),
        "plain": bool(found and not found.spans and not found.granted),
        "wake_on": reminder.wake_on(reading, today),
    }
