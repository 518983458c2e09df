"""Put the duties of an outline before the public, and take them back: the coordinator's explicit acts."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.duties.models import Outline
from fazhi.fault import Fault
from fazhi.library.actions.publish import REVIEWED
from fazhi.library.models import Closing, Opening
from fazhi.library.words import prose, required
from fazhi.office.actor import Actor
from fazhi.office.right import Right


@dataclass(frozen=True, kw_only=True)
class OpenDuties:
    """公开任务: measures, offices, duties and how they stand; later editions are shown, too."""

    outline: Outline
    review: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Opening:
        """``Fault`` library.E040 where they are public already."""
        actor.demand(Right.SUPERVISE)
        outline = Outline.objects.select_for_update().get(pk=self.outline.pk)
        if outline.openings.filter(closing=None).exists():
            raise Fault("library.E040", "这份纲要的任务已经公开", "无需再次公开")
        review = required(prose(self.review, "公开审查意见", 2_000), "公开审查意见", REVIEWED)
        return Opening.objects.create(outline=outline, review=review, at=at, by_id=actor.identity)


@dataclass(frozen=True, kw_only=True)
class CloseDuties:
    """停止公开任务: the public pages are gone from then on."""

    outline: Outline
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Closing:
        """``Fault`` library.E041 where they are not public."""
        actor.demand(Right.SUPERVISE)
        outline = Outline.objects.select_for_update().get(pk=self.outline.pk)
        opening = outline.openings.filter(closing=None).first()
        if opening is None:
            raise Fault("library.E041", "这份纲要的任务没有公开", "无需办理")
        reason = required(prose(self.reason, "停止公开理由", 2_000), "停止公开理由")
        return Closing.objects.create(opening=opening, reason=reason, at=at, by_id=actor.identity)
