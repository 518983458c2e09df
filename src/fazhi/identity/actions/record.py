"""Put on record what happened at the door."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from django.http import HttpRequest

from fazhi.identity import notice
from fazhi.identity.client import Client, client_of
from fazhi.identity.models import Event
from fazhi.identity.models.event import PUBLIC

LONGEST = 200
Someone = AbstractBaseUser | AnonymousUser


def record(
    kind: Event.Kind, user: Someone | None, request: HttpRequest, at: datetime, detail: str = ""
) -> Event:
    """One row for the auditors; ``user`` is none where nobody has the name that was tried."""
    client = client_of(request)
    return _kept(
        Event(
            kind=kind,
            user_id=user.pk if user else None,
            address=client.address,
            device=client.device,
            at=at,
            detail=detail[:LONGEST],
        )
    )


def record_public(kind: Event.Kind, client: Client, at: datetime, *words: str) -> Event:
    """One row for what somebody of the public did at their own door: a pseudonym, never how to reach them."""
    detail = " ".join((PUBLIC, *words))
    return Event.objects.create(
        kind=kind, address=client.address, device=client.device, at=at, detail=detail[:LONGEST]
    )


def record_by_operator(kind: Event.Kind, user: Someone | None, at: datetime, detail: str) -> Event:
    """One row for what an operator does on the server itself, without a browser."""
    return _kept(Event(kind=kind, user_id=user.pk if user else None, at=at, detail=detail[:LONGEST]))


def _kept(event: Event) -> Event:
    """The row; its person is told once it cannot be undone any more."""
    event.save(force_insert=True)
    transaction.on_commit(lambda: notice.mail(event))
    return event
