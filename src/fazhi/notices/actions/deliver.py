"""Sending what leaves the platform, until it arrives or a person has to look."""

from datetime import datetime, timedelta

from django.db.models import F

from fazhi.notices import backoff, mail, webhook
from fazhi.notices.models import Delivery

BATCH = 50
LEASE = timedelta(minutes=5)
"""How long a delivery is left alone that somebody began to send: after a crash it is sent again."""


def deliver(at: datetime, limit: int = BATCH) -> int:
    """Send what is due; gives how many arrived. Each is claimed first, so that two workers do not send it."""
    waiting = Delivery.objects.filter(state=Delivery.State.WAITING, next_at__lte=at)
    keys = list(waiting.order_by("next_at", "pk").values_list("pk", flat=True)[:limit])
    return sum(_sent(pk, at) for pk in keys)


def _sent(pk: int, at: datetime) -> bool:
    due = Delivery.objects.filter(pk=pk, state=Delivery.State.WAITING, next_at__lte=at)
    if not due.update(next_at=at + LEASE, attempts=F("attempts") + 1):
        return False
    row = Delivery.objects.select_related("event__case", "message", "person__user", "subscription").get(pk=pk)
    try:
        _send(row, at)
    except Exception as error:  # noqa: BLE001 - whatever a receiver does must not stop the others
        _failed(row, error, at)
    else:
        row.state, row.error = Delivery.State.SENT, ""
    row.save(update_fields=["state", "error", "next_at"])
    return row.state == Delivery.State.SENT


def _send(row: Delivery, at: datetime) -> None:
    if row.subscription and row.event:
        webhook.post(row.subscription, row.event, at)
    elif row.person and (told := row.event or row.message):
        mail.send(row.person, told)


def _failed(row: Delivery, error: Exception, at: datetime) -> None:
    row.error = backoff.said(error)
    row.next_at = backoff.retry_at(at, row.attempts)
    if row.attempts >= backoff.GIVE_UP:
        row.state = Delivery.State.DEAD
