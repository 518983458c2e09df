"""A closed file goes to the archive: on a day, to somebody, under the digest of its list (档案法第十四条)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.chapters.decisions.archive.actions import keeper
from fazhi.chapters.decisions.archive.models import Handover
from fazhi.fault import Fault
from fazhi.office.actor import Actor

BASIS = "中华人民共和国档案法第十四条"


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """The last closing of a case is handed over; ``digest`` is the list the receiver was shown."""

    case_id: int
    digest: str
    on: date | None
    receiver: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Handover:
        """Give the hand-over; the list that goes is the one that was closed."""
        now = keeper.kept(actor, self.case_id, at)
        last = now.latest
        if last is None or not now.closed or last.digest != self.digest:
            wrong = "卷宗还没有归档，或者归档以后又有了新的材料"
            raise Fault("archive.E008", wrong, "请先归档，再移交这一次归档的目录", BASIS)
        if Handover.objects.filter(closing=last).exists():
            raise Fault("archive.E009", "这一次归档的卷宗已经移交", "请查看移交记录", BASIS)
        if self.on is None or not timezone.localdate(last.at) <= self.on <= timezone.localdate(at):
            raise Fault("archive.E010", "没有填写移交之日，或者它早于归档、晚于今天", "请填写实际移交的日期")
        receiver = keeper.words(self.receiver, "接收单位和接收人")[:200]
        return Handover.objects.create(
            closing=last, on=self.on, receiver=receiver, person_id=actor.identity, at=at
        )
