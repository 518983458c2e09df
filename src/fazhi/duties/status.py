"""How an occurrence stands on a day: derived from what was recorded and from the dates, never set by hand."""

from datetime import date, timedelta

from django.db.models import Case, F, QuerySet, TextChoices, Value, When
from django.db.models.functions import Coalesce

from fazhi.duties.models import Occurrence

NOTICE = timedelta(days=30)
"""A duty counts as falling due this long before its last day; a working convention, not a rule of law."""


class Status(TextChoices):
    """The traffic light and its words."""

    NOT_DUE = "not-due", "未到期"
    DUE = "due", "应办"
    ANSWERED = "answered", "待确认"
    RETURNED = "returned", "整改中"
    CONFIRMED = "confirmed", "已确认"
    OVERDUE = "overdue", "已逾期"
    EXPIRED = "expired", "已到期未核实"


OPEN_ENDED = (Status.NOT_DUE, Status.DUE, Status.RETURNED, Status.OVERDUE, Status.EXPIRED)
"""Statuses in which the organ still owes something."""


def status(stage: str, due_on: date, ends_on: date, today: date) -> Status:
    """How things stand: ``due_on`` is the day to rectify by where the answer was returned.

    >>> status("open", date(2025, 12, 31), date(2025, 12, 31), date(2026, 11, 24))
    Status.EXPIRED
    >>> status("open", date(2023, 12, 31), date(2025, 12, 31), date(2024, 1, 5))
    Status.OVERDUE
    """
    if stage in (Occurrence.Stage.ANSWERED, Occurrence.Stage.CONFIRMED):
        return Status(stage)
    if today > due_on:
        return Status.EXPIRED if today > ends_on else Status.OVERDUE
    if stage == Occurrence.Stage.RETURNED:
        return Status.RETURNED
    return Status.DUE if today >= due_on - NOTICE else Status.NOT_DUE


def with_status(rows: QuerySet[Occurrence], today: date) -> QuerySet[Occurrence]:
    """The same derivation in the database, as ``row.status``, to filter and count many rows."""
    last_day = Coalesce(F("rectify_by"), F("due_on"))
    settled = [When(stage=s, then=Value(s)) for s in ("answered", "confirmed")]
    return rows.annotate(last_day=last_day).annotate(
        status=Case(
            *settled,
            When(last_day__lt=today, duty__measure__outline__ends_on__lt=today, then=Value("expired")),
            When(last_day__lt=today, then=Value("overdue")),
            When(stage="returned", then=Value("returned")),
            When(last_day__lte=today + NOTICE, then=Value("due")),
            default=Value("not-due"),
        )
    )
