"""How duties stand in sum: the traffic lights by chapter, by organ, by year (measure 0.2)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Count, QuerySet

from fazhi.duties.models import Occurrence, Outline
from fazhi.duties.register import in_force
from fazhi.duties.status import Status, with_status

Counts = dict[str, int]
"""How many occurrences have each status."""


class Light(StrEnum):
    """Red: something is late or never shown; yellow: something is to do; green: what was due is done."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    NONE = "none"


STATUS: str = "status"
"""The column that ``with_status`` adds."""
LATE = (Status.OVERDUE, Status.EXPIRED)
PENDING = (Status.DUE, Status.RETURNED, Status.ANSWERED)


def light(counts: Mapping[str, int]) -> Light:
    """The worst that is there decides.

    >>> [light(counts).value for counts in ({"confirmed": 9, "overdue": 1}, {"due": 1}, {"not-due": 3}, {})]
    ['red', 'yellow', 'none', 'none']
    """
    if any(counts.get(s) for s in LATE):
        return Light.RED
    if any(counts.get(s) for s in PENDING):
        return Light.YELLOW
    return Light.GREEN if counts.get(Status.CONFIRMED) else Light.NONE


def owed(outline: Outline, today: date) -> QuerySet[Occurrence]:
    """What organs owe under an outline, with its status on a day."""
    return with_status(in_force().filter(duty__measure__outline=outline), today)


def counts(rows: QuerySet[Occurrence]) -> Counts:
    """How many rows have each status; rows carry ``status``."""
    return dict(rows.order_by().values_list(STATUS).annotate(Count("pk")))


def counts_by(rows: QuerySet[Occurrence], key: str) -> dict[Any, Counts]:
    """The same for each value of a column, such as ``organ`` or ``duty__measure__chapter``."""
    table: dict[Any, Counts] = {}
    for value, status, number in rows.order_by().values_list(key, STATUS).annotate(Count("pk")):
        table.setdefault(value, {})[status] = number
    return table
