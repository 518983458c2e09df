"""The case's side of each step: its lock, its policy, who may ask whom."""

from datetime import date, datetime

from django.utils import timezone

from fazhi.cases import capacity, policy, store
from fazhi.cases.actions import Perform
from fazhi.cases.actions.append import persons
from fazhi.cases.models import Act, Case, Paper
from fazhi.cases.store import File
from fazhi.chapters.decisions.consultation.actions.record import locked, words
from fazhi.chapters.decisions.counsel.models import Assignment
from fazhi.chapters.decisions.counsel.terms import ARGUE, PROCEDURES, REVIEW
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure import persons as people
from fazhi.procedure.value import Value

LONGEST = 20_000
ASKING = {Assignment.Role.EXPERT: ARGUE, Assignment.Role.LEGAL: REVIEW}
"""Whose act it is for which each is asked: experts by the drafter, advisers by the reviewer."""
__all__ = ["ASKING", "LONGEST", "asking", "handled", "locked", "material", "perform", "words"]


def handled(actor: Actor, case_id: int) -> File:
    """The case, held until the transaction ends, where the person may act in it; ``Fault`` otherwise."""
    row = locked(case_id)
    policy.demand_handle(actor, row)
    if row.procedure not in PROCEDURES:
        wrong = "这一案件的程序没有专家论证和法律意见的环节"
        raise Fault("counsel.E001", wrong, "请在规范性文件或者重大行政决策的案件中办理")
    if row.outcome:
        raise Fault("counsel.E002", "这一事项已经办结", "请查看案件的办理经过")
    return store.file(row)


def asking(actor: Actor, case_id: int, role: str, at: datetime) -> File:
    """The case for whoever asks in a role: only those whose act needs it."""
    file = handled(actor, case_id)
    if role not in Assignment.Role.values or ASKING[Assignment.Role(role)] not in file.case.edition.act:
        raise Fault("counsel.E003", "这一案件没有这一受聘事项", "请选择专家论证或者法律意见")
    act = ASKING[Assignment.Role(role)]
    if wrong := _objection(actor, file, act, timezone.localdate(at)):
        raise wrong
    return file


def _objection(actor: Actor, file: File, act: str, day: date) -> Fault | None:
    edition = file.case.edition
    role, acting = edition.role[edition.act[act].by], capacity.people(persons(actor, ()), file.row, day)
    refusal = next(people.refusals(edition, role, acting, file.case.state, day), None)
    return refusal.fault() if refusal else None


def material(row: Case, paper: int) -> Paper:
    """The paper of the case that an opinion is about."""
    found = Paper.objects.filter(pk=paper, act__case=row).defer("content").first()
    if found is None:
        raise Fault("counsel.E020", "没有选择所据的材料，或者卷内没有这一材料", "请选择卷内的材料")
    return found


def perform(row: Case, actor: Actor, at: datetime, act: str, facts: dict[str, Value]) -> Act:
    """One act on what is on file now; what the procedure refuses is its own ``Fault``, with the article."""
    row.refresh_from_db(fields=["sequence"])
    return Perform(
        case=row, expected=row.sequence, act=act, happened_on=timezone.localdate(at), facts=facts
    ).perform(actor, at)
