"""The case's side of each step: its lock, its policy, its act."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from fazhi.cases import policy
from fazhi.cases.actions import Attachment, Perform
from fazhi.cases.models import Act, Case
from fazhi.chapters.decisions.consultation.models import Consultation
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure.value import Value


@dataclass(frozen=True)
class Entry:
    """An act of the case with what comes with it."""

    act: str
    facts: Mapping[str, Value]
    papers: tuple[Attachment, ...] = ()


def locked(case_id: int) -> Case:
    """The case, held until the transaction ends: comments and answers come one after the other."""
    return Case.objects.select_for_update(of=("self",)).select_related("organ").get(pk=case_id)


def demand(actor: Actor, consultation: Consultation) -> Case:
    """The case, where the person may act in it; ``Fault`` otherwise."""
    row = locked(consultation.case_id)
    policy.demand_handle(actor, row)
    return row


def perform(row: Case, actor: Actor, at: datetime, entry: Entry) -> Act:
    """One act on what is on file now; what the procedure refuses is its own ``Fault``, with the article.

    That comments came in meanwhile is no conflict: what is decided here does not depend on it.
    """
    row.refresh_from_db(fields=["sequence"])
    return Perform(
        case=row,
        expected=row.sequence,
        act=entry.act,
        happened_on=timezone.localdate(at),
        facts=entry.facts,
        papers=entry.papers,
    ).perform(actor, at)


def words(text: str, what: str, longest: int, code: str) -> str:
    """A text that says something and can be kept; the ``Fault`` names what it is for."""
    said = text.strip()
    if not said:
        raise Fault(code, f"没有填写{what}", f"请填写{what}")
    if len(said) > longest or "\0" in said:
        raise Fault(code, f"{what}超过{longest}字或者含有无效字符", "请改短后重新提交；您填写的内容还在")
    return said
