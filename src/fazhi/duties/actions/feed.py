"""Give out and take back the secret address of an organ's calendar feed."""

import secrets
from datetime import datetime

from fazhi.duties.models import Feed
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right


def issue(actor: Actor, organ: Organ, at: datetime) -> Feed:
    """A new address with an unguessable token; addresses given out before go on working until revoked."""
    _demand(actor, organ)
    token = secrets.token_urlsafe(32)
    return Feed.objects.create(organ=organ, token=token, issued_at=at, issued_by_id=actor.identity)


def revoke(actor: Actor, organ: Organ, at: datetime) -> int:
    """Stop all addresses of an organ; gives how many there were."""
    _demand(actor, organ)
    return Feed.objects.filter(organ=organ, revoked_at=None).update(revoked_at=at)


def _demand(actor: Actor, organ: Organ) -> None:
    """Those of the organ itself and the coordinators hand out its addresses."""
    if organ.pk not in actor.organs():
        actor.demand(Right.SUPERVISE)
