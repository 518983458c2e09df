"""Looking at who registered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases import vault
from fazhi.cases.actions import look
from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.models import Hearing
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Look:
    """A look at some who registered, each among the looks of the case."""

    hearing: Hearing
    numbers: Sequence[int]
    purpose: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> dict[int, dict[str, str]]:
        """Give by number what they said of themselves; nothing of those that were erased."""
        case = look.demand(actor, self.hearing.case_id, self.purpose, self.hearing.keeper_id)
        rows = file.chosen(self.hearing, self.numbers)
        look.enter(case, (one.applicant for one in rows), self.purpose, actor, at)
        return {one.number: vault.known(one.applicant) for one in rows}
