"""Another time or place for a hearing, told to everybody with the reason."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.chapters.decisions.hearing import period
from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.actions.open import PLACE
from fazhi.chapters.decisions.hearing.models import Delivery, Hearing, Shift
from fazhi.chapters.decisions.hearing.standing import Standing
from fazhi.chapters.decisions.hearing.terms import DELIVER, basis
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Move:
    """The hearing is moved; the papers' seven days must still fit before it."""

    hearing: Hearing
    held_at: datetime
    place: str
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Shift:
        """Give the change."""
        row = file.demand(actor, self.hearing)
        now = file.current(self.hearing)
        if now.held:
            raise Fault("hearing.E024", f"听证会“{self.hearing.title}”已经举行", "无须再变更")
        first = period.earliest(_delivered(now, timezone.localdate(at)))
        if self.held_at <= at or timezone.localdate(self.held_at) < first:
            wrong = f"听证会材料应当于召开{period.DAYS}日前送达参加人，最早只能定在{first:%Y-%m-%d}"
            raise Fault("hearing.E004", wrong, "请把听证会定在这一日以后（含当日）", basis(row, DELIVER))
        return Shift.objects.create(
            hearing=self.hearing,
            held_at=self.held_at,
            place=file.words(self.place, "听证会地点", PLACE, "hearing.E003"),
            reason=file.words(self.reason, "变更的理由", 500, "hearing.E003"),
            person_id=actor.identity,
            at=at,
        )


def _delivered(now: Standing, today: date) -> date:
    """The day the last participant had the papers, or today while one of them waits."""
    days = Delivery.objects.filter(participant__in=[one.row for one in now.sitting]).values_list(
        "on", flat=True
    )
    complete = days and len(days) == len(now.sitting)
    until = now.hearing.until if not hasattr(now.hearing, "announcement") else today
    return max(days) if complete else max(today, until)
