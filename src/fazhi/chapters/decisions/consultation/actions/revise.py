"""A later version of the draft, with what was changed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.consultation.actions import record
from fazhi.chapters.decisions.consultation.models import Consultation, Version
from fazhi.fault import Fault
from fazhi.office.actor import Actor

LONGEST = 60_000


@dataclass(frozen=True, kw_only=True)
class Revise:
    """The draft as it stands after comments were considered; the versions before it stay readable."""

    consultation: Consultation
    text: str
    change: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Version:
        """Give the version."""
        record.demand(actor, self.consultation)
        text = record.words(self.text, "草案", LONGEST, "consultation.E003")
        change = record.words(self.change, "修改说明", 2_000, "consultation.E003")
        latest = self.consultation.versions.latest("number")
        if latest.text == text:
            raise Fault("consultation.E006", "草案与上一稿相同", "请粘贴修改后的草案")
        return keep(self.consultation, latest.number + 1, text, change, actor, at)


def keep(
    consultation: Consultation, number: int, text: str, change: str, actor: Actor, at: datetime
) -> Version:
    """A version on record."""
    return Version.objects.create(
        consultation=consultation, number=number, text=text, change=change, person_id=actor.identity, at=at
    )
