"""A case's ties to others: joined with it, split off from it, gone on from it, and where it was sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.cases import capacity, lawbook, policy, store
from fazhi.cases.actions.join import objection
from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure.permitted import permitted

MOST = 50


@dataclass(frozen=True)
class Tie:
    """Another case by what it is to this one; ``open`` where the reader may see it."""

    word: str
    row: Case
    open: bool


def ties(actor: Actor, row: Case) -> tuple[Tie, ...]:
    """All of them; each file names the other, whoever may open it."""
    found = tuple(_pairs(row))
    seen = frozenset(
        policy.visible(actor).filter(pk__in=[one.pk for _, one in found]).values_list("pk", flat=True)
    )
    return tuple(Tie(word, one, one.pk in seen) for word, one in found)


def _pairs(row: Case) -> Iterator[tuple[str, Case]]:
    if row.lead_id:
        for one in Case.objects.filter(lead=row.lead_id).exclude(pk=row.pk).order_by("pk"):
            yield "与之合并的案件", one
    if row.origin:
        yield "分自案件" if row.inherited else "承接移送案件", row.origin
    for one in row.offshoots.order_by("pk"):
        yield "分出的案件" if one.inherited else "移送后承接的案件", one


def takes_over(actor: Actor, row: Case) -> bool:
    """Whether the reader's organ is the one that a transferred case waits for."""
    waiting = row.sent_to_id is not None and not row.offshoots.filter(inherited=0).exists()
    return waiting and row.sent_to_id in actor.organs()


@dataclass(frozen=True)
class Candidate:
    """A case that might be joined, with the reason and the article why it may not."""

    row: Case
    why: str = ""
    basis: str = ""


def candidates(actor: Actor, row: Case, act: str, today: date) -> tuple[Candidate, ...]:
    """The organ's running cases of the same procedure that the reader sees, oldest first."""
    rows = policy.visible(actor).filter(procedure=row.procedure, organ=row.organ_id, outcome="")
    rest = rows.exclude(pk=row.pk).exclude(lead__in=[row.lead_id] if row.lead_id else [])
    held = rest.select_related("organ").order_by("pk")[:MOST]
    return tuple(_candidate(actor, row, one, act, today) for one in held)


def _candidate(actor: Actor, row: Case, other: Case, act: str, today: date) -> Candidate:
    if other.edition_id != row.edition_id:
        return Candidate(other, "两案不在同一程序的同一版本之下")
    if wrong := objection(other, row):
        return Candidate(other, wrong)
    try:
        policy.demand_handle(actor, other)
    except Fault as fault:
        return Candidate(other, fault.wrong)
    me = capacity.people((actor.identity,), other, today)
    told = permitted(store.load(other), me, today, lawbook.days())
    reason = next((r for one in told if one.act.id == act for r in one.refusals), None)
    return Candidate(other, reason.because, reason.basis) if reason else Candidate(other)
