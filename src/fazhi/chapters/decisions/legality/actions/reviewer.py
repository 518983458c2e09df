"""Who may work at a review: whoever may give its opinion, so that nobody judges a draft of their own."""

from datetime import date, datetime

from django.utils import timezone

from fazhi.cases import capacity, policy, store
from fazhi.cases.actions.append import persons
from fazhi.cases.models import Case
from fazhi.cases.store import File
from fazhi.chapters.decisions.legality import standing
from fazhi.chapters.decisions.legality.terms import PROCEDURES, REVIEW
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure import persons as people

LONGEST = 5_000


def demand(actor: Actor, case_id: int, at: datetime) -> File:
    """The case, locked, for a reviewer of it while it is under review; ``Fault`` otherwise."""
    row = Case.objects.select_for_update(of=("self",)).select_related("organ").get(pk=case_id)
    policy.demand_handle(actor, row)
    if row.procedure not in PROCEDURES:
        raise Fault("legality.E001", "这一案件的程序没有合法性审核台", "请在案件页面上办理")
    file = store.file(row)
    if wrong := objection(actor, file, timezone.localdate(at)):
        raise wrong
    return file


def objection(actor: Actor, file: File, day: date) -> Fault | None:
    """Why a person may not review the draft of a case on a day, nothing where they may."""
    edition, state = file.case.edition, file.case.state
    role, acting = edition.role[edition.act[REVIEW].by], capacity.people(persons(actor, ()), file.row, day)
    for refusal in people.refusals(edition, role, acting, state, day):
        return refusal.fault()
    if not standing.waits(file.case):
        wrong = "这一案件现在不在审核中"
        return Fault("legality.E002", wrong, "请查看案件的办理经过；重新送审以后再审核")
    return None


def words(text: str, what: str) -> str:
    """A text that says something and can be kept."""
    said = kept(text, what)
    if not said:
        raise Fault("legality.E003", f"没有填写{what}", f"请填写{what}")
    return said


def kept(text: str, what: str) -> str:
    """A text that can be kept, also an empty one."""
    said = text.strip()
    if len(said) > LONGEST or "\0" in said:
        wrong = f"{what}超过{LONGEST}字或者含有无效字符"
        raise Fault("legality.E003", wrong, "请改短后重新提交；您填写的内容还在")
    return said
