"""Who came to the hearing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.models import Attendance, Hearing
from fazhi.chapters.decisions.hearing.terms import HOLD, basis
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Attend:
    """Some participants came, or did not; not before the hearing has begun."""

    hearing: Hearing
    numbers: Sequence[int]
    present: bool

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> int:
        """Give how many were entered."""
        row = file.demand(actor, self.hearing)
        now = file.current(self.hearing)
        if at < now.hearing.held_at or now.held:
            wrong = "听证会还没有开始，或者已经办结"
            raise Fault("hearing.E074", wrong, "请在听证会当天登记到会", basis(row, HOLD))
        rows = file.participants(self.hearing, self.numbers)
        if late := [str(one) for one in rows if self.present and not hasattr(one, "delivery")]:
            wrong = f"{'、'.join(late)}号参加人没有送达材料"
            raise Fault(
                "hearing.E063", wrong, "材料应当提前送达；没有送达的不能算到会的参加人", basis(row, HOLD)
            )
        Attendance.objects.bulk_create(
            Attendance(participant=one, present=self.present, person_id=actor.identity, at=at) for one in rows
        )
        return len(rows)
