"""Who of the public has entered, and for how long that holds: not an official, and without any right."""

import json
from datetime import datetime, timedelta

from django.conf import settings

from fazhi.cases import vault
from fazhi.ledger.sealed import Sealed
from fazhi.portal.contact import Contact, Kind
from fazhi.portal.models import Account, Entry

STEP = timedelta(minutes=1)
"""How exactly the last activity is known: a write a minute at most."""


def entry(pk: object) -> Entry | None:
    """The open log-in of a browser."""
    return Entry.objects.select_related("account").filter(pk=pk).first() if isinstance(pk, int) else None


def too_old(row: Entry, at: datetime) -> bool:
    """Whether a log-in was left alone, or has lasted, longer than the installation allows."""
    idle, whole = limits()
    return at - row.seen > idle or at - row.since > whole


def limits() -> tuple[timedelta, timedelta]:
    """How long a log-in lasts without a request, and at all."""
    config = settings.CONFIG
    return timedelta(minutes=config.public_idle_minutes), timedelta(minutes=config.public_session_minutes)


def contact_of(account: Account) -> Contact:
    """The contact in clear, for its owner alone."""
    held = Sealed(account.subject, bytes(account.nonce), bytes(account.ciphertext), account.commitment)
    said: str = json.loads(held.open(vault.key_of(account.subject)))["contact"]
    return Contact(Kind(account.kind), said)
