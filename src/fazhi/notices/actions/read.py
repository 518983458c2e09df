"""Marking one's own notices as read."""

from datetime import datetime

from fazhi.notices.models import Notice
from fazhi.office.actor import Actor


def read(actor: Actor, at: datetime, pk: int | None = None) -> int:
    """One notice of the person, or all; gives how many were unread."""
    rows = Notice.objects.filter(person=actor.identity, read_at=None)
    return (rows if pk is None else rows.filter(pk=pk)).update(read_at=at)
