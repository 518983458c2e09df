"""Nothing in an office lasts for ever: every relation holds from a day, until a day."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q


def on(day: date, prefix: str = "") -> Q:
    """The condition that a row is valid on a day; ``prefix`` leads through a relation (``membership__``)."""
    begun: dict[str, Any] = {f"{prefix}since__lte": day}
    open_end: dict[str, Any] = {f"{prefix}until__isnull": True}
    later_end: dict[str, Any] = {f"{prefix}until__gte": day}
    return Q(**begun) & (Q(**open_end) | Q(**later_end))


class Valid(models.Model):
    """A row that holds on the days ``since`` … ``until``, both included; an open end is empty."""

    since = models.DateField("自", default=date(1949, 10, 1))
    until = models.DateField("至", null=True, blank=True)

    class Meta:
        abstract = True
