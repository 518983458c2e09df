"""What failed waits longer each time and is on record: a worker that tries every round helps nobody."""

from datetime import datetime

from django.utils import timezone

from fazhi.fault import Fault
from fazhi.notices import backoff
from fazhi.notices.models import Failure

UNFORESEEN = "worker.E001"
"""The code of what no ``Fault`` explains: the database failed, as a rule."""


def fail(work: str, error: Exception, at: datetime) -> Failure:
    """Record a failed attempt; the next one follows after 1, 2, 4 … minutes, counted anew each day."""
    day = timezone.localdate(at)
    attempts = Failure.objects.filter(work=work, day=day).count() + 1
    return Failure.objects.create(
        work=work,
        day=day,
        at=at,
        retry_at=backoff.retry_at(at, attempts),
        code=error.code if isinstance(error, Fault) else UNFORESEEN,
        error=backoff.said(error),
    )
