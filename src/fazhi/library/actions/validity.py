"""Say from which day a document is amended, lapsed or repealed (有效性): an act with its reason."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from fazhi.fault import Fault
from fazhi.library import shelf
from fazhi.library.actions.keeping import locked
from fazhi.library.models import Item, Validity
from fazhi.library.words import prose, required
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class SetValidity:
    """变更有效性: a day to come is allowed, the library follows on that day by itself.

    ``cause`` is the published document that amends or repeals this one.
    """

    item: Item
    state: str
    since: date
    reason: str
    cause: Item | None = None

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Validity:
        """``Fault`` library.E021 for a state that is none, E022 where it stands so on that day already.

        E023 for a cause that is not published.
        """
        item = locked(actor, self.item)
        if self.state not in Validity.State or self.state == Validity.State.UNSTATED:
            raise Fault("library.E021", "没有选择有效性", "请选择有效、已修改、已失效或者已废止")
        if shelf.state(item, self.since) == self.state:
            raise Fault(
                "library.E022", f"自 {self.since} 起已经是“{Validity.State(self.state).label}”", "无需变更"
            )
        if self.cause and not shelf.published().filter(pk=self.cause.pk).exclude(pk=item.pk).exists():
            raise Fault("library.E023", "依据的文件没有公开，或者就是这份文件", "请选择另一份已经公开的文件")
        reason = required(prose(self.reason, "变更理由", 2_000), "变更理由")
        return Validity.objects.create(
            item=item, state=self.state, since=self.since, reason=reason, cause=self.cause, at=at,
            by_id=actor.identity,
        )  # fmt: skip
