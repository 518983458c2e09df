"""An office says how long it has for a step after a bad rating, and on which document that rests."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.fault import Fault
from fazhi.law.unit import Unit
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.portal.models import Limit

MOST = 365
LONGEST = 200


@dataclass(frozen=True, kw_only=True)
class SetLimit:
    """An answer of the organ's leaders; without ``amount`` there is no figure and nothing is counted down."""

    organ: Organ
    step: Limit.Step
    amount: int | None
    unit: Unit
    source: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Limit:
        """Give the row on record; ``Fault`` portal.E014 without a document, portal.E015 for no figure."""
        actor.demand(Right.ISSUE, self.organ.pk)
        self._check()
        return Limit.objects.create(
            organ=self.organ,
            step=self.step,
            amount=self.amount,
            unit=self.unit.value,
            source=self.source.strip(),
            by_id=actor.identity,
            at=at,
        )

    def _check(self) -> None:
        if self.amount is not None and not 1 <= self.amount <= MOST:
            raise Fault("portal.E015", f"期限{self.amount}不在1至{MOST}之间", "请核对数字；没有规定的，留空")
        if not self.source.strip() or len(self.source) > LONGEST or "\0" in self.source:
            wrong = f"没有写明依据的文件，或者超过{LONGEST}字"
            raise Fault("portal.E014", wrong, "请写明文件的名称和文号；没有文件的，写明由谁答复")
