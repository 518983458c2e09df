"""The end of a consultation, not before its announced day."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases.models import Act
from fazhi.chapters.decisions.consultation.actions import record
from fazhi.chapters.decisions.consultation.actions.record import Entry
from fazhi.chapters.decisions.consultation.models import Consultation
from fazhi.chapters.decisions.consultation.terms import CLOSE
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Close:
    """The consultation ends; the procedure says whether it may."""

    consultation: Consultation

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Act:
        """Give the act of the case."""
        return record.perform(record.demand(actor, self.consultation), actor, at, Entry(CLOSE, {}))
