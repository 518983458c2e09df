"""Looking at who registered: for those who handle the case, for a stated purpose, and on record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases import models, policy
from fazhi.chapters.decisions.hearing import names
from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.models import Hearing
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right


@dataclass(frozen=True, kw_only=True)
class Look:
    """A look at some who registered, each among the looks of the case."""

    hearing: Hearing
    numbers: Sequence[int]
    purpose: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> dict[int, dict[str, str]]:
        """Give by number what they said of themselves; nothing of those that were erased."""
        case = policy.found(actor, self.hearing.case_id)
        if not (policy.handles(actor, case) or actor.may(Right.HANDLE, case.organ_id)):
            raise Fault("cases.E024", "您不是本案承办人员，不能查看个人信息", "请由承办人员查看")
        if not self.purpose.strip():
            raise Fault("cases.E025", "没有写明查看个人信息的目的", "请写明目的；查看会被记录")
        rows = file.chosen(self.hearing, self.numbers)
        models.Look.objects.bulk_create(
            models.Look(
                case=case,
                subject=one.applicant.subject,
                person_id=actor.identity,
                purpose=self.purpose.strip()[:200],
                at=at,
            )
            for one in rows
        )
        return {one.number: names.known(one.applicant) for one in rows}
