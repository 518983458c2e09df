"""Looking at who a party is: for those who handle the case, for a stated purpose, and on record."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases import models, policy, vault
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right


@dataclass(frozen=True, kw_only=True)
class Look:
    """A look at one party's identity."""

    party: models.Party
    purpose: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> dict[str, str]:
        """Give what is known of the party; the look is on record even if the data are erased."""
        case = policy.found(actor, self.party.case_id)
        if not (policy.handles(actor, case) or actor.may(Right.SEE_RESTRICTED)):
            raise Fault("cases.E024", "您不是本案承办人员，不能查看个人信息", "请由承办人员查看")
        if not self.purpose.strip():
            raise Fault("cases.E025", "没有写明查看个人信息的目的", "请写明目的；查看会被记录")
        models.Look.objects.create(
            case=case,
            subject=self.party.subject,
            person_id=actor.identity,
            purpose=self.purpose.strip()[:200],
            at=at,
        )
        return self._opened()

    def _opened(self) -> dict[str, str]:
        secret = models.Secret.objects.get(act=self.party.act_id, field=self.party.subject)
        found = vault.read([secret])
        known: dict[str, str] = json.loads(found[secret.commitment]) if found else {}
        return known
