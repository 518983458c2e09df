"""The file is closed (归档) with its index: refused while an article's paper is missing (第三十三条)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases.actions import Attachment, Perform
from fazhi.cases.models import Act
from fazhi.chapters.decisions.archive import export, gate
from fazhi.chapters.decisions.archive.actions import keeper
from fazhi.chapters.decisions.archive.models import Closing
from fazhi.chapters.decisions.archive.standing import Standing
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Close:
    """A closing; ``expected`` is the number of acts the page was shown.

    Where the procedure has an act for it that is still to be done, the closing is that act, with the index as
    its paper, and so its digest stands in the chain. What is on file later needs a closing of its own.
    """

    case_id: int
    expected: int

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Closing:
        """Give the closing; nothing is recorded where anything is missing."""
        now = keeper.kept(actor, self.case_id, at)
        self._check(now)
        act = self._performed(now, actor, at) if now.pending else None
        after = keeper.loaded(now.file.row) if act else now
        return Closing.objects.create(
            case=now.file.row,
            number=len(now.closings) + 1,
            acts=len(after.file.acts),
            items=len(after.index.items),
            digest=after.index.digest,
            content=after.index.content,
            act=act,
            person_id=actor.identity,
            at=at,
        )

    def _check(self, now: Standing) -> None:
        if now.file.row.sequence != self.expected:
            raise Fault("archive.E409", "您打开页面后，案件有了新的记录", "请查看最新的目录后再归档")
        if not now.ripe:
            wrong = "案件还在办理，尚未到归档的时候"
            raise Fault("archive.E006", wrong, "请在公布或者办结以后归档", now.demands.basis)
        if now.closed:
            raise Fault("archive.E007", "卷宗已经归档，此后没有新的材料", "不必再次归档", now.demands.basis)
        if wrong_ := gate.incomplete(now):
            raise wrong_

    def _performed(self, now: Standing, actor: Actor, at: datetime) -> Act:
        closing = now.demands.closing
        title = now.file.case.edition.act[closing].documents[0].title
        paper = Attachment(title, f"{title}.csv", export.csv(now.index))
        return Perform(
            case=now.file.row,
            expected=self.expected,
            act=closing,
            happened_on=timezone.localdate(at),
            papers=(paper,),
        ).perform(actor, at)
