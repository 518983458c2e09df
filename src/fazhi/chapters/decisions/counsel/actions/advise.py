"""An adviser gives the legal opinion in person, as an act of the case (程序暂行条例第二十八条)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.counsel.actions import file
from fazhi.chapters.decisions.counsel.models import Assignment, Opinion, Recusal
from fazhi.chapters.decisions.counsel.models.opinion import LEGAL
from fazhi.chapters.decisions.counsel.terms import ADVISE, basis
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Advise:
    """What an adviser says of one paper; the log-in is the signature, and the procedure judges the post."""

    assignment: Assignment
    material: int
    conclusion: str
    text: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Opinion:
        """Give the opinion with its act; nobody gives it for another."""
        row = self.assignment
        held = file.handled(actor, row.case_id)
        if Recusal.objects.filter(assignment=row).exists() or row.role != Assignment.Role.LEGAL:
            raise Fault(
                "counsel.E021", f"{row}不是本案法律顾问、公职律师，或者不再受聘", "请由受聘人提出意见"
            )
        if row.account_id != actor.identity:
            wrong = "法律意见只能由受聘的法律顾问、公职律师本人提出"
            raise Fault("counsel.E025", wrong, f"请由{row}登录后提出", basis(held.row, ADVISE))
        if self.conclusion not in LEGAL:
            raise Fault("counsel.E022", "没有选择结论", "请选择合法、须修改或者不合法")
        paper = file.material(held.row, self.material)
        text = file.words(self.text, "法律意见", file.LONGEST, "counsel.E013")
        act = file.perform(held.row, actor, at, ADVISE, {"advice": self.conclusion})
        return Opinion.objects.create(
            assignment=row,
            material=paper,
            digest=paper.digest,
            conclusion=self.conclusion,
            text=text,
            written=True,
            signed=True,
            act=act,
            person_id=actor.identity,
            at=at,
        )
