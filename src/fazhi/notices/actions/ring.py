"""The deadline worker: each clock's reminders, on their days, once."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from fazhi.cases import lawbook, reminder, store
from fazhi.cases.actions import announce
from fazhi.cases.models import Case, Clock, Event
from fazhi.notices import backoff
from fazhi.notices.models import Rung, Setback
from fazhi.procedure.due import Reading, due

BATCH = 200
KINDS = {reminder.OVERDUE: Event.Kind.OVERDUE, reminder.ESCALATED: Event.Kind.ESCALATED}


@dataclass(frozen=True)
class Rang:
    """What a round did."""

    told: int
    failed: int


def ring(at: datetime, limit: int = BATCH) -> Rang:
    """Tell of clocks whose day has come.

    1. Take the clocks whose next day has come and that wait for no retry.
    2. For each, in a transaction of its own: lock it, and leave it where another worker has it or moved it.
    3. Work its last day out anew from the case's acts: the stored day is only what woke us.
    4. Where a step is reached that was not told of yet, record it and write the event.
    5. Set the next day. What fails waits longer each time, and the others go on.
    """
    due_ones = Clock.objects.filter(wake_on__lte=timezone.localdate(at))
    waiting = Q(setback__retry_at__gt=at)
    rows = due_ones.exclude(waiting).order_by("wake_on", "pk").values_list("pk", "wake_on")[:limit]
    results = [_ring(pk, woken, at) for pk, woken in rows]
    return Rang(results.count(True), results.count(None))


def _ring(pk: int, woken: date | None, at: datetime) -> bool | None:
    """Whether somebody was told; nothing where it failed."""
    try:
        with transaction.atomic():
            return _told(pk, woken, at)
    except Exception as error:  # noqa: BLE001 - one poisoned case must not silence all the others
        _set_back(pk, error, at)
        return None


def _told(pk: int, woken: date | None, at: datetime) -> bool:
    skip = connection.features.has_select_for_update_skip_locked
    clocks = Clock.objects.select_for_update(of=("self",), skip_locked=skip)
    clock = clocks.filter(pk=pk, wake_on=woken).first()
    if clock is None:
        return False
    row = Case.objects.get(pk=clock.case_id)
    today = timezone.localdate(at)
    reading = due(store.load(row), lawbook.days(), today)[clock.name]
    step = reminder.reached(reading, today)
    told = bool(step) and _once(row, reading, step, at)
    clock.wake_on = reminder.after(reading, today)
    clock.save(update_fields=["wake_on"])
    Setback.objects.filter(clock=clock).delete()
    return told


def _once(row: Case, reading: Reading, step: str, at: datetime) -> bool:
    assert reading.day is not None  # a step is reached only on the way to a last day
    known = {"case": row, "clock": reading.clock.id, "step": step, "due": reading.day}
    _, new = Rung.objects.get_or_create(**known, defaults={"at": at})
    if new:
        kind = KINDS.get(step, Event.Kind.DUE_SOON)
        title, day = reading.clock.title, reading.day.isoformat()
        announce.tell(row, kind, at, clock=reading.clock.id, title=title, due=day, step=step)
    return new


def _set_back(pk: int, error: Exception, at: datetime) -> None:
    row, _ = Setback.objects.get_or_create(clock_id=pk, defaults={"retry_at": at})
    row.attempts += 1
    row.retry_at, row.error = backoff.retry_at(at, row.attempts), backoff.said(error)
    row.save()
