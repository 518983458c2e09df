"""Correct what the library says about a document; what it said before stays with the reason."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.library.actions.keeping import locked
from fazhi.library.actions.publish import demand_free
from fazhi.library.models import Item, Particulars
from fazhi.library.told import Told
from fazhi.library.words import prose, required
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Describe:
    """更正著录."""

    item: Item
    told: Told
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Particulars:
        """``Fault`` as ``Publish`` for particulars, library.E020 where they say the same as before."""
        item = locked(actor, self.item)
        told = self.told.checked(timezone.localdate(at))
        reason = required(prose(self.reason, "更正理由", 500), "更正理由")
        if told == _told(item):
            raise Fault("library.E020", "著录信息没有变化", "无需更正")
        demand_free(told.index_number, item.pk)
        values = asdict(told)
        for name, value in values.items():
            setattr(item, name, value)
        item.save(update_fields=list(values))
        sequence = item.particulars.count() + 1
        return Particulars.objects.create(
            item=item, sequence=sequence, reason=reason, at=at, by_id=actor.identity, **values
        )


def _told(item: Item) -> Told:
    """The particulars that a row carries."""
    return Told(**{field.name: getattr(item, field.name) for field in fields(Told)})
