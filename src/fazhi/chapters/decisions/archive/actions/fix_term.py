"""The district answers within how long a file is handed over, which no text that was read says."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.archive.actions import keeper
from fazhi.chapters.decisions.archive.models import Term
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right

STARTS = ("decide", "publish", "archive", "sign")
"""Acts from which a district may count."""
MOST = 3650


@dataclass(frozen=True, kw_only=True)
class FixTerm:
    """The answer of an organ's leader, with the name and number of what says so."""

    organ: Organ
    since: str
    amount: int
    unit: str
    source: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Term:
        """Give the answer; it counts from now on for every file of the organ."""
        actor.demand(Right.ISSUE, self.organ.pk)
        if self.since not in STARTS or self.unit not in Term.Unit.values or not 0 < self.amount <= MOST:
            raise Fault("archive.E011", "起算的行为、天数或者单位不对", f"请选择，天数为1至{MOST}")
        return Term.objects.create(
            organ=self.organ,
            since=self.since,
            amount=self.amount,
            unit=self.unit,
            source=keeper.words(self.source, "规定的名称和文号")[:300],
            person_id=actor.identity,
            at=at,
        )
