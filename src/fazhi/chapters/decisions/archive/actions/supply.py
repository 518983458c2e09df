"""A paper that is missing comes into the file, later than its act and visibly so."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from fazhi.chapters.decisions.archive import standing
from fazhi.chapters.decisions.archive.actions import keeper
from fazhi.chapters.decisions.archive.models import Supplement
from fazhi.documents.upload.received import receive
from fazhi.fault import Fault
from fazhi.office.actor import Actor

LONGEST = 120


@dataclass(frozen=True, kw_only=True)
class Supply:
    """A file for a paper of an act, by the act's number in the file and the paper's title."""

    case_id: int
    number: int
    title: str
    file_name: str
    content: bytes
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Supplement:
        """Give the supplement; what cannot be kept is refused by the rules for uploads."""
        now = keeper.handled(actor, self.case_id)
        act = standing.act_of(now.file, self.number)
        title = self.title.strip()
        if act is None or not title or len(title) > LONGEST or "\0" in title:
            raise Fault(
                "archive.E004", "没有选择材料所属的行为，或者没有填写名称", "请从目录中选择缺少的材料"
            )
        reason = keeper.words(self.reason, "补入的理由")
        received = receive(self.file_name, self.content)
        return Supplement.objects.create(
            act=act,
            title=title,
            file_name=received.name,
            digest=sha256(received.data).hexdigest(),
            size=len(received.data),
            content=received.data,
            reason=reason,
            person_id=actor.identity,
            at=at,
        )
