"""What every later act on a published document begins with."""

from fazhi.fault import Fault
from fazhi.library import policy
from fazhi.library.models import Item
from fazhi.office.actor import Actor


def locked(actor: Actor, item: Item) -> Item:
    """The row, held until the act is done; ``Fault`` library.E409 where it was withdrawn."""
    policy.demand(actor, item)
    row = Item.objects.select_for_update(of=("self",)).select_related("withdrawal").get(pk=item.pk)
    if hasattr(row, "withdrawal"):
        raise Fault("library.E409", "这份文件已经撤下，不能再办理", "确需公开的，请重新公开")
    return row
