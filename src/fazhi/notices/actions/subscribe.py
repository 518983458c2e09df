"""Letting another system know what happens, and ending that."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from fazhi.cases.models import Event
from fazhi.fault import Fault
from fazhi.notices import webhook
from fazhi.notices.models import Subscription
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right


@dataclass(frozen=True, kw_only=True)
class Subscribe:
    """An address for events of some kinds (all where none is named) and of one organ or of all."""

    url: str
    kinds: tuple[str, ...] = ()
    organ: Organ | None = None

    def perform(self, actor: Actor, at: datetime) -> Subscription:
        """Give the subscription with its secret, which the page shows this once."""
        actor.demand(Right.SUPERVISE)
        webhook.check(self.url)
        if unknown := sorted(set(self.kinds) - set(Event.Kind.values)):
            raise Fault("notices.E002", f"没有“{'、'.join(unknown)}”这种事件", "请从列出的事件中选择")
        return Subscription.objects.create(
            url=self.url,
            secret=secrets.token_urlsafe(32),
            kinds=list(self.kinds),
            organ=self.organ,
            made_by_id=actor.identity,
            made_at=at,
        )


def end(actor: Actor, subscription: Subscription, at: datetime) -> None:
    """Post nothing more there; what was posted stays on record."""
    actor.demand(Right.SUPERVISE)
    if subscription.ended_at is None:
        subscription.ended_at = at
        subscription.save(update_fields=["ended_at"])
