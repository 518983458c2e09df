"""Whether what is stored beside the chains still agrees with them, for a sample of cases or for all."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from django.db.models import Max, Min, QuerySet
from django.utils import timezone

from fazhi.cases import lawbook, projection, store, vault
from fazhi.cases.actions import paper, project
from fazhi.cases.actions.paper import Attachment
from fazhi.cases.models import Act, Case, Clock, Paper, Secret, StoredEdition, SubjectKey
from fazhi.fault import Fault
from fazhi.ledger import digest
from fazhi.procedure import case as procedure
from fazhi.procedure.joint import partners

Row = TypeVar("Row", Paper, Secret)
SAMPLE = 200
SUMMARY = ("stage", "latest_on", "outcome", "next_due")
CLOCK = ("started", "due", "stopped", "provisional", "plain")


@dataclass(frozen=True)
class Soundness:
    """How many things were looked at, and what was wrong with which."""

    looked: int
    wrong: tuple[str, ...]


def sample(*, whole: bool) -> QuerySet[Case]:
    """All cases, or some evenly spread over the years."""
    ends = Case.objects.aggregate(first=Min("pk"), last=Max("pk"))
    if whole or ends["last"] is None:
        return Case.objects.order_by("pk")
    step = max(1, (ends["last"] - ends["first"]) // SAMPLE)
    return Case.objects.filter(pk__in=range(ends["last"], ends["first"] - 1, -step)).order_by("pk")


def editions() -> Soundness:
    """The stored text of every edition has the digest that its cases name."""
    rows = list(StoredEdition.objects.order_by("hash"))
    wrong = tuple(str(row) for row in rows if sha256(bytes(row.content)).hexdigest() != row.hash)
    return Soundness(len(rows), wrong)


def governed() -> Soundness:
    """Every case that is not over has its edition in the packs: without it no act can be judged."""
    held = (
        Case.objects.filter(outcome="").values_list("edition_id", flat=True).order_by("edition_id").distinct()
    )
    rows = StoredEdition.objects.filter(pk__in=list(held)).order_by("hash")
    return Soundness(len(rows), tuple(str(row) for row in rows if not lawbook.holds(row.hash)))


def projections(cases: QuerySet[Case]) -> Soundness:
    """What lists show of the cases is what their acts say."""
    found = ((row.number, list(_differences(row))) for row in cases.iterator(500))
    wrong = tuple(f"{number}：{'、'.join(names)}" for number, names in found if names)
    return Soundness(cases.count(), wrong)


def _differences(row: Case) -> Iterator[str]:
    """The names of projected values that differ from those worked out anew."""
    stored = {name: getattr(row, name) for name in SUMMARY}
    held = {clock.name: clock for clock in Clock.objects.filter(case=row)}
    try:
        case = store.load(row)
    except Fault as fault:
        yield fault.wrong
        return
    clocks = list(project.clocks(row, case, timezone.localdate()))
    project.summarise(row, case, clocks)
    yield from (name for name in SUMMARY if getattr(row, name) != stored[name])
    yield from (clock.name for clock in clocks if not _same(clock, held.pop(clock.name, None)))
    yield from held
    yield from _ties(row, case)
    yield from projection.disagreeing(row, case)


def _ties(row: Case, case: procedure.Case) -> Iterator[str]:
    """The names of ties to other cases that the acts do not tell of, or tell otherwise."""
    together = Case.objects.filter(lead=row.lead_id) if row.lead_id else Case.objects.none()
    if {one.number for one in together} - {row.number} != partners(case):
        yield "lead"
    bodies = [json.loads(bytes(one)) for one in row.acts.order_by("sequence").values_list("body", flat=True)]
    origins = [body["origin"]["case"] for body in bodies if "origin" in body]
    if origins != ([row.origin.number] if row.origin else []):
        yield "origin"
    sent = [body["sent_to"] for body in bodies if "sent_to" in body]
    if sent[-1:] != ([row.sent_to.code] if row.sent_to else []):
        yield "sent_to"


def _same(clock: Clock, stored: Clock | None) -> bool:
    return all(getattr(clock, name) == getattr(stored, name, None) for name in CLOCK)


def seals(cases: QuerySet[Case]) -> Soundness:
    """What is sealed opens to what the chain committed to; what was lawfully erased is passed over."""
    rows = Secret.objects.filter(act__case__in=cases.values("pk")).order_by("pk")
    kept = rows.filter(subject__in=SubjectKey.objects.values("subject"))
    found = (f"{_place(row.act)} {row.field}：{wrong}" for row in _related(kept) for wrong in _fault(row))
    return Soundness(kept.count(), tuple(found))


def _fault(row: Secret) -> Iterator[str]:
    try:
        vault.opened(row, vault.key_of(row.subject))
    except Fault as fault:
        yield fault.wrong
    if f'"sealed":"{row.commitment}"'.encode() not in bytes(row.act.body):
        yield "与链中所记的摘要不符"


def papers(cases: QuerySet[Case]) -> Soundness:
    """The files of the cases are those whose digests the chain holds."""
    rows = Paper.objects.filter(act__case__in=cases.values("pk")).order_by("pk")
    wrong = tuple(f"{_place(row.act)}《{row.title}》" for row in _related(rows) if not _kept(row))
    return Soundness(rows.count(), wrong)


def _kept(row: Paper) -> bool:
    kept = Attachment(row.title, row.file_name, bytes(row.content))
    said = paper.chained((kept,), digest.read(row.act.digest)[0])[row.title]
    return kept.digest == row.digest and f'"{said}"'.encode() in bytes(row.act.body)


def _related(rows: QuerySet[Row]) -> Iterator[Row]:
    return rows.select_related("act__case").iterator(10)


def _place(act: Act) -> str:
    return f"{act.case.number} 第 {act.sequence} 个行为"
