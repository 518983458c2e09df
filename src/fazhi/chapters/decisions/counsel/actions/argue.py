"""The experts' argument enters the case, with who was asked (程序暂行条例第十九条、第二十条)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases.models import Act
from fazhi.chapters.decisions.counsel import standing
from fazhi.chapters.decisions.counsel.actions import file
from fazhi.chapters.decisions.counsel.models import Assignment
from fazhi.chapters.decisions.counsel.standing import Standing
from fazhi.chapters.decisions.counsel.terms import ARGUE, SIGNED, basis
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure.value import Value


@dataclass(frozen=True, kw_only=True)
class Argue:
    """All experts who were asked have spoken; whether in writing follows from their opinions."""

    case_id: int

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Act:
        """Give the act; the list of experts and that none has a direct interest come with it."""
        held = file.asking(actor, self.case_id, Assignment.Role.EXPERT, at)
        now = standing.read(held.row)
        written = _way(now, basis(held.row, ARGUE))
        listed = "、".join(str(line.row) for line in now.active(Assignment.Role.EXPERT))
        facts: dict[str, Value] = {
            "experts": "written" if written else "meeting",
            "interested": False,
            "expert_list": listed,
        }
        return file.perform(held.row, actor, at, ARGUE, facts)


def _way(now: Standing, article: str) -> bool:
    """Whether the argument is in writing; ``Fault`` where somebody is missing."""
    experts = now.active(Assignment.Role.EXPERT)
    if not experts:
        remedy = "请先选聘；不属于专业性、技术性较强事项的，在案件页面登记"
        raise Fault("counsel.E030", "本案没有受聘的专家、专业机构", remedy, article)
    if silent := [str(line.row) for line in experts if not line.opinions]:
        raise Fault(
            "counsel.E031", f"{'、'.join(silent)}还没有论证意见", "请登记意见，或者登记不再受聘", article
        )
    lasts = [line.last for line in experts if line.last]
    if any(one.written and not one.signed for one in lasts):
        raise Fault("counsel.E024", "书面论证意见没有署名、盖章", "请署名、盖章后重新登记", SIGNED)
    return all(one.written for one in lasts)
