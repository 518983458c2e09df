"""Looking at what one person did in all decisions: for auditors and supervision, on record (第三十八条)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.archive.models import Inquiry
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Person
from fazhi.office.right import Right


@dataclass(frozen=True, kw_only=True)
class Inquire:
    """A look for a purpose; without one nothing is shown."""

    subject: Person
    purpose: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Inquiry:
        """Put the look on record."""
        actor.demand(Right.LOOK_BACK)
        purpose = self.purpose.strip()
        if not purpose or "\0" in purpose:
            raise Fault("archive.E012", "没有写明查看的目的", "请写明目的；查看会被记录")
        return Inquiry.objects.create(
            subject=self.subject, purpose=purpose[:200], person_id=actor.identity, at=at
        )
