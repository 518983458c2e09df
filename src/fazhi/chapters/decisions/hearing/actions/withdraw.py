"""A registration is taken back, by whoever made it or, at their word, by the desk; it is never deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.models import Hearing, Registration, Withdrawal
from fazhi.chapters.decisions.hearing.terms import HOLD
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class TakeBack:
    """By number and code on the portal; the caller has checked both."""

    registration: Registration

    @transaction.atomic
    def perform(self, at: datetime) -> Withdrawal:
        """Give the withdrawal."""
        hearing = self.registration.hearing
        _check(hearing, self.registration, file.locked(hearing.case_id).acts.filter(name=HOLD).exists())
        return Withdrawal.objects.create(registration=self.registration, at=at)


@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """By the desk, for those who said so by telephone or letter; ``reason`` says how."""

    hearing: Hearing
    numbers: Sequence[int]
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> int:
        """Give how many were taken back."""
        row = file.demand(actor, self.hearing)
        rows = file.chosen(self.hearing, self.numbers)
        reason = file.words(self.reason, "撤回的说明", 500, "hearing.E003")
        held = row.acts.filter(name=HOLD).exists()
        for one in rows:
            _check(self.hearing, one, held)
        Withdrawal.objects.bulk_create(
            Withdrawal(registration=one, reason=reason, person_id=actor.identity, at=at) for one in rows
        )
        return len(rows)


def _check(hearing: Hearing, registration: Registration, held: bool) -> None:
    if held:
        raise Fault("hearing.E024", f"听证会“{hearing.title}”已经举行", "无须再撤回")
    if Withdrawal.objects.filter(registration=registration).exists():
        raise Fault("hearing.E023", f"{registration}号报名已经撤回", "无须再次撤回")
