"""Telling others: an event per thing that happened, written with it and delivered by the worker."""

from datetime import datetime
from typing import Any

from fazhi.cases.models import Case, Event
from fazhi.procedure import case as procedure
from fazhi.procedure.record import Record
from fazhi.row import insert


def act(row: Case, held: procedure.Case, record: Record, by: int, at: datetime) -> Event:
    """What is to be told of a case that was opened, went on, or ended; not written yet."""
    ended = bool(held.state.outcome)
    kind = Event.Kind.OPENED if row.sequence == 1 else Event.Kind.CLOSED if ended else Event.Kind.ACT
    title = held.edition.act[record.act].title
    ended_as = held.edition.words.outcome(held.state.outcome) if ended else ""
    return _event(row, kind, at, act=record.act, title=title, sequence=row.sequence, outcome=ended_as, by=by)


def tell(row: Case, kind: Event.Kind, at: datetime, **data: Any) -> Event:
    """Write one event; ``data`` holds ids and titles of the procedure, never what a person wrote."""
    event = _event(row, kind, at, **data)
    insert(event)
    return event


def _event(row: Case, kind: Event.Kind, at: datetime, **data: Any) -> Event:
    return Event(kind=kind, case=row, at=at, data=data)
