"""Take a document out of public sight (撤下): by a recorded act with its reason; nothing is deleted."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.library.actions.keeping import locked
from fazhi.library.models import Item, Withdrawal
from fazhi.library.words import prose, required
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """撤下: a lapsed document is not withdrawn for that, it stays with its validity."""

    item: Item
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Withdrawal:
        """``Fault`` library.E002 without a reason, E409 where it was withdrawn before."""
        item = locked(actor, self.item)
        reason = required(prose(self.reason, "撤下理由", 2_000), "撤下理由")
        return Withdrawal.objects.create(item=item, reason=reason, at=at, by_id=actor.identity)
