"""The case's side of each step: its lock, its policy, its act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from fazhi.cases import policy
from fazhi.cases.actions import Attachment, Perform
from fazhi.cases.models import Act, Case
from fazhi.chapters.decisions.consultation.actions.record import locked, words
from fazhi.chapters.decisions.hearing import standing
from fazhi.chapters.decisions.hearing.models import Hearing, Participant, Registration
from fazhi.chapters.decisions.hearing.standing import Standing
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure.value import Value

LONGEST = 20_000
__all__ = ["LONGEST", "Entry", "chosen", "current", "demand", "locked", "participants", "perform", "words"]


@dataclass(frozen=True)
class Entry:
    """An act of the case with what comes with it; on the day it is entered unless ``on`` says another."""

    act: str
    facts: Mapping[str, Value]
    papers: tuple[tuple[str, str], ...] = ()
    on: date | None = None


def demand(actor: Actor, hearing: Hearing) -> Case:
    """The case, held until the transaction ends, where the person may act in it; ``Fault`` otherwise."""
    row = locked(hearing.case_id)
    policy.demand_handle(actor, row)
    if row.outcome:
        raise Fault("hearing.E015", "这一事项已经停止办理", "请查看案件的办理经过")
    return row


def current(hearing: Hearing) -> Standing:
    """The hearing as it stands now, whatever the caller read before the lock."""
    return standing.read(Hearing.objects.select_related("case__organ").get(pk=hearing.pk))


def perform(row: Case, actor: Actor, at: datetime, entry: Entry) -> Act:
    """One act on what is on file now; what the procedure refuses is its own ``Fault``, with the article."""
    row.refresh_from_db(fields=["sequence"])
    papers = (Attachment(title, f"{title}.txt", f"{text}\n".encode()) for title, text in entry.papers)
    return Perform(
        case=row,
        expected=row.sequence,
        act=entry.act,
        happened_on=entry.on or timezone.localdate(at),
        facts=entry.facts,
        papers=tuple(papers),
    ).perform(actor, at)


def chosen(hearing: Hearing, numbers: Sequence[int]) -> list[Registration]:
    """The registrations of some numbers; ``Fault`` where none was chosen or one is not there."""
    wanted = set(numbers)
    rows = list(hearing.registrations.select_related("applicant").filter(number__in=wanted))
    if not wanted or len(rows) < len(wanted):
        raise Fault("hearing.E021", "没有选择报名，或者没有这一编号的报名", "请重新选择报名")
    return rows


def participants(hearing: Hearing, numbers: Sequence[int]) -> list[Participant]:
    """The participants of some numbers who did not withdraw."""
    rows = hearing.participants.filter(registration__number__in=set(numbers), registration__withdrawal=None)
    found = list(rows.select_related("registration"))
    if not numbers or len(found) < len(set(numbers)):
        raise Fault("hearing.E060", "没有选择参加人，或者所选的不是听证参加人", "请在参加人名单中重新选择")
    return found
