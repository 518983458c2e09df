"""An expert's opinion is put on file by whoever asked for it (程序暂行条例第十九条第二款)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.counsel.actions import file
from fazhi.chapters.decisions.counsel.models import Assignment, Opinion, Recusal
from fazhi.chapters.decisions.counsel.models.opinion import EXPERT
from fazhi.chapters.decisions.counsel.terms import ARGUE, SIGNED, basis
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Note:
    """What an expert said of one paper, in writing with name and seal, or at a meeting."""

    assignment: Assignment
    material: int
    conclusion: str
    text: str
    written: bool
    signed: bool

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Opinion:
        """Give the opinion; after the argument is on file there are no more."""
        row = self.assignment
        held = file.asking(actor, row.case_id, Assignment.Role.EXPERT, at)
        if held.row.acts.filter(name=ARGUE).exists():
            wrong = "专家论证已经登记"
            raise Fault("counsel.E023", wrong, "需要再次论证的，在案件页面另行登记", basis(held.row, ARGUE))
        if row.role != Assignment.Role.EXPERT or Recusal.objects.filter(assignment=row).exists():
            raise Fault("counsel.E021", f"{row}不是本案专家，或者不再受聘", "请选择本案的专家")
        if self.conclusion not in EXPERT:
            raise Fault("counsel.E022", "没有选择结论", "请选择可行、修改后可行或者不可行")
        if self.written and not self.signed:
            wrong = "书面论证意见没有署名、盖章"
            raise Fault("counsel.E024", wrong, "请由专家、专业机构署名、盖章后登记", SIGNED)
        paper = file.material(held.row, self.material)
        return Opinion.objects.create(
            assignment=row,
            material=paper,
            digest=paper.digest,
            conclusion=self.conclusion,
            text=file.words(self.text, "论证意见", file.LONGEST, "counsel.E013"),
            written=self.written,
            signed=self.signed,
            person_id=actor.identity,
            at=at,
        )
