"""How far the index is behind: nobody should take “nothing found” for “there is nothing”."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from fazhi.search.models import Stale


@dataclass(frozen=True)
class Lag:
    """Notes that wait, and for how long the oldest has."""

    waiting: int
    age: timedelta


def lag(at: datetime) -> Lag:
    """The lag at a moment."""
    oldest = Stale.objects.order_by("pk").values_list("at", flat=True).first()
    if oldest is None:
        return Lag(0, timedelta(0))
    return Lag(Stale.objects.count(), max(at - oldest, timedelta(0)))
