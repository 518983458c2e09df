"""The keeper declares that a paper does not apply to this case, with the reason in the file for good."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.archive import standing
from fazhi.chapters.decisions.archive.actions import keeper
from fazhi.chapters.decisions.archive.models import Waiver
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Waive:
    """Not applicable: an item of the index that is not there, by its act's number and its title."""

    case_id: int
    number: int
    title: str
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Waiver:
        """Give the declaration; ``Fault`` archive.E005 for what is there already or was never wanted."""
        now = keeper.kept(actor, self.case_id, at)
        open_ = {item.key for item in now.absent}
        act = standing.act_of(now.file, self.number)
        if act is None or (self.number, self.title) not in open_:
            wrong = "目录中没有缺少这一件，或者已经说明"
            raise Fault("archive.E005", wrong, "请刷新页面，从缺少的材料中选择")
        return Waiver.objects.create(
            act=act,
            title=self.title,
            reason=keeper.words(self.reason, "不适用的理由"),
            person_id=actor.identity,
            at=at,
        )
