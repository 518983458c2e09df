"""A case is tied to the matter of the catalogue that it decides, so that a matter without a case shows."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases import policy
from fazhi.cases.models import Case
from fazhi.chapters.decisions.archive.matters import CATALOGUE, PROCEDURE
from fazhi.chapters.decisions.archive.models import Listing
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.registers.models import Register
from fazhi.registers.standing import in_force

BASIS = "天津市重大行政决策事项目录管理办法第五条"


@dataclass(frozen=True, kw_only=True)
class Enlist:
    """The case is the matter under this key of the catalogue in force."""

    case_id: int
    register_id: int
    key: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Listing:
        """Give the listing; the matter must stand in the edition that counts today."""
        row = policy.found(actor, self.case_id)
        policy.demand_handle(actor, Case.objects.select_for_update(of=("self",)).get(pk=row.pk))
        register = Register.objects.filter(pk=self.register_id, kind=CATALOGUE, organ__isnull=False).first()
        edition = in_force(register) if register else None
        known = edition.entries.filter(key=self.key).exists() if edition else False
        if row.procedure != PROCEDURE or register is None or not known:
            wrong = "没有选择重大行政决策的案件，或者已公布的目录中没有这一事项"
            raise Fault("archive.E013", wrong, "请从页面所列的事项和案件中选择", BASIS)
        return Listing.objects.create(
            case=row, register=register, key=self.key, person_id=actor.identity, at=at
        )
