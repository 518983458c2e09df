"""Tie a reading to the document it explains, and untie it (解读关联)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.fault import Fault
from fazhi.library import policy
from fazhi.library.models import Item, Link
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Relate:
    """关联解读: by whoever keeps one of the two; ``stands`` false unties them."""

    document: Item
    reading: Item
    stands: bool = True

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Link:
        """``Fault`` library.E030 for what cannot be tied, E031 where nothing would change."""
        if not policy.kept(actor).filter(pk__in=(self.document.pk, self.reading.pk)).exists():
            policy.demand(actor, self.document)
        Item.objects.select_for_update().get(pk=self.document.pk)
        if (self.document.kind, self.reading.kind) != (Item.Kind.DOCUMENT, Item.Kind.READING):
            raise Fault("library.E030", "只能把政策解读关联到文件", "请选择一份文件和一份政策解读")
        last = Link.objects.filter(document=self.document, reading=self.reading).last()
        if (last.stands if last else False) == self.stands:
            told = "已经关联" if self.stands else "没有关联"
            raise Fault("library.E031", f"两者{told}", "无需办理")
        return Link.objects.create(
            document=self.document, reading=self.reading, stands=self.stands, at=at, by_id=actor.identity
        )
