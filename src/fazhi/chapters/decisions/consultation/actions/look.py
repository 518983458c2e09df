"""Looking at who made a comment: for those who handle the case, for a stated purpose, and on record."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases import models, policy, vault
from fazhi.chapters.decisions.consultation.models import Author
from fazhi.fault import Fault
from fazhi.ledger.sealed import Sealed
from fazhi.office.actor import Actor
from fazhi.office.right import Right


@dataclass(frozen=True, kw_only=True)
class Look:
    """A look at one author, among the looks of the case."""

    author: Author
    purpose: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> dict[str, str]:
        """Give name and contact; nothing where they were erased. The look is on record all the same."""
        case = policy.found(actor, self.author.comment.consultation.case_id)
        if not (policy.handles(actor, case) or actor.may(Right.SEE_RESTRICTED)):
            raise Fault("cases.E024", "您不是本案承办人员，不能查看个人信息", "请由承办人员查看")
        if not self.purpose.strip():
            raise Fault("cases.E025", "没有写明查看个人信息的目的", "请写明目的；查看会被记录")
        models.Look.objects.create(
            case=case,
            subject=self.author.subject,
            person_id=actor.identity,
            purpose=self.purpose.strip()[:200],
            at=at,
        )
        return self._opened()

    def _opened(self) -> dict[str, str]:
        row = self.author
        if not models.SubjectKey.objects.filter(subject=row.subject).exists():
            return {}
        held = Sealed(row.subject, bytes(row.nonce), bytes(row.ciphertext), row.commitment)
        known: dict[str, str] = json.loads(held.open(vault.key_of(row.subject)))
        return known
