"""Looking at who somebody is: for those who handle the case, for a stated purpose, and on record."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import models, policy, vault
from fazhi.cases.actions import repeat
from fazhi.fault import Fault
from fazhi.office.actor import Actor

LONGEST = 200


@dataclass(frozen=True, kw_only=True)
class Look:
    """A look at one party's identity.

    A request repeated with the same ``key`` on the same day is the same look; later it would be another one
    and needs its own.
    """

    party: models.Party
    purpose: str
    key: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> dict[str, str]:
        """Give what is known of the party; the look is on record even if the data are erased."""
        case = demand(actor, self.party.case_id, self.purpose)
        request = repeat.digest(self.key, actor.identity, self.party.subject, self.purpose)
        if not self._repeated(request, at):
            row = _row(case, self.party.subject, actor, self.purpose, at)
            row.key, row.request = self.key or None, request
            row.save(force_insert=True)
        return self._opened()

    def _repeated(self, request: str, at: datetime) -> bool:
        done = repeat.earlier_of(models.Look.objects.all(), self.key, request)
        if done and timezone.localdate(done.at) != timezone.localdate(at):
            wrong = "这个幂等键是以前的一次查看所用的"
            raise Fault("cases.E029", wrong, "再次查看请使用新的键；每次查看都会被记录")
        return done is not None

    def _opened(self) -> dict[str, str]:
        secret = models.Secret.objects.get(act=self.party.act_id, field=self.party.subject)
        found = vault.read([secret])
        known: dict[str, str] = json.loads(found[secret.commitment]) if found else {}
        return known


def enter(
    case: models.Case, rows: Iterable[models.Enclosed], purpose: str, actor: Actor, at: datetime
) -> None:
    """Put on record that somebody who may looked at what some rows of a case enclose."""
    models.Look.objects.bulk_create(_row(case, one.subject, actor, purpose, at) for one in rows)


def demand(actor: Actor, case_id: int, purpose: str, keeper: int | None = None) -> models.Case:
    """The case, where the person may look at somebody in it and says what for; ``Fault`` otherwise."""
    case = policy.found(actor, case_id)
    if not policy.looks(actor, case, keeper):
        raise Fault("cases.E024", "您不是本案承办人员，不能查看个人信息", "请由承办人员查看")
    if not purpose.strip():
        raise Fault("cases.E025", "没有写明查看个人信息的目的", "请写明目的；查看会被记录")
    return case


def _row(case: models.Case, subject: str, actor: Actor, purpose: str, at: datetime) -> models.Look:
    said = purpose.strip()[:LONGEST]
    return models.Look(case=case, subject=subject, person_id=actor.identity, purpose=said, at=at)
