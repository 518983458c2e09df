"""Who keeps what is published: the organ's own clerks and leaders, for outlines the coordinator."""

from django.db.models import Q, QuerySet

from fazhi.fault import Fault
from fazhi.library.models import Item
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right


def organs(actor: Actor) -> QuerySet[Organ]:
    """The organs in whose name a person may publish."""
    held = [organ for organ, _ in actor.capacities() if actor.may(Right.DRAFT, organ)]
    return Organ.objects.filter(pk__in=held)


def kept(actor: Actor) -> QuerySet[Item]:
    """The documents a person keeps, withdrawn ones among them; none for a stranger."""
    own = Q(organ__in=organs(actor))
    outlines = Q(outline__isnull=False) if actor.may(Right.SUPERVISE) else Q(pk__in=())
    return Item.objects.filter(own | outlines).select_related("organ", "withdrawal")


def found(actor: Actor, pk: int) -> Item:
    """A document to keep by its key; another is not there."""
    row = kept(actor).filter(pk=pk).first()
    if row is None:
        raise Fault("library.E404", "没有这份公开文件，或者不由您维护", "请由发布机构的人员办理")
    return row


def demand(actor: Actor, item: Item) -> None:
    """Refuse whoever does not keep the document."""
    if item.outline_id is None or not actor.may(Right.SUPERVISE):
        actor.demand(Right.DRAFT, item.organ_id)


def demand_publish(actor: Actor, organ: int, *, outline: bool = False) -> None:
    """Refuse whoever may not publish in an organ's name; an outline only the coordinator, for any organ."""
    if outline:
        actor.demand(Right.SUPERVISE)
    else:
        actor.demand(Right.DRAFT, organ)
