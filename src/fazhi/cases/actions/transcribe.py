"""Bringing in cases that ran elsewhere: every act judged as if it were done here, recorded as of today.

The day in law stays the day in law; the time of recording is the time of the import, so that late recording
shows. Nothing is told to anybody: what is past needs no reminder.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from fazhi.cases import body, lawbook, projection
from fazhi.cases.actions import number, project, seal
from fazhi.cases.actions.open import LONGEST, store_edition
from fazhi.cases.actions.perform import demand_single
from fazhi.cases.actions.seal import Seal
from fazhi.cases.capacity import Roster
from fazhi.cases.history import History, Past
from fazhi.cases.models import Act, Case, Clock, Engagement, SubjectKey
from fazhi.fault import Fault
from fazhi.ledger import chain
from fazhi.ledger.record import Record as Line
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.procedure import case as procedure
from fazhi.procedure.perform import refusals
from fazhi.procedure.record import Record


@dataclass(frozen=True)
class Rejected:
    """A history that the procedure refuses, with the place and the reason."""

    history: History
    fault: Fault


@dataclass(frozen=True)
class Result:
    """What an import did, or would do."""

    cases: int
    acts: int
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True)
class Judged:
    """A history folded into a case that the law has no objection to."""

    history: History
    case: procedure.Case


@dataclass(frozen=True, kw_only=True)
class Transcribe:
    """Histories brought in together; where some are refused, nothing is kept unless ``partly``."""

    histories: tuple[History, ...]
    partly: bool = False
    dry_run: bool = False

    def perform(self, actor: Actor, at: datetime) -> Result:
        """Judge all, then write all that may be kept in one transaction."""
        for organ in {history.organ.pk for history in self.histories}:
            actor.demand(Right.HANDLE, organ)
        roster = Roster(one for h in self.histories for act in h.acts for one in act.by)
        judged = [_judged(history, roster, at) for history in self.histories]
        good = tuple(one for one in judged if isinstance(one, Judged))
        bad = tuple(one for one in judged if isinstance(one, Rejected))
        kept = good if self.partly or not bad else ()
        if kept and not self.dry_run:
            _write(kept, actor, at)
        return Result(len(kept), sum(len(one.case.records) for one in kept), bad)


def _judged(history: History, roster: Roster, at: datetime) -> Judged | Rejected:
    try:
        return Judged(history, _folded(history, roster, at))
    except Fault as fault:
        return Rejected(history, fault)


def _folded(history: History, roster: Roster, at: datetime) -> procedure.Case:
    if not history.acts or len(history.title) > LONGEST:
        raise Fault("cases.E030", "案件没有行为，或者案由过长", "每件案件至少写明开始的行为，案由不超过120字")
    case = procedure.Case(lawbook.governing(history.procedure, history.acts[0].happened_on))
    for past in history.acts:
        demand_single(case.edition.act.get(past.act))
        record = _record(past, history, roster, at)
        for refusal in refusals(case, record, lawbook.days()):
            raise refusal.fault()
        case = case.with_record(record)
    return case


def _record(past: Past, history: History, roster: Roster, at: datetime) -> Record:
    return Record(
        act=past.act,
        by=roster.people(past.by, history.organ.pk, frozenset(), past.happened_on),
        happened_on=past.happened_on,
        recorded_at=timezone.localtime(at),
        facts=past.facts,
        documents=past.documents,
    )


@transaction.atomic
def _write(judged: tuple[Judged, ...], actor: Actor, at: datetime) -> None:
    for edition in {one.case.edition.content_hash: one.case.edition for one in judged}.values():
        store_edition(edition)
    rows = _cases(judged, at)
    keys: list[SubjectKey] = []
    written = [_chained(row, one, keys) for row, one in zip(rows, judged, strict=True)]
    today = timezone.localdate(at)
    clocks = [list(project.clocks(row, one.case, today)) for row, one in zip(rows, judged, strict=True)]
    for row, one, lines, own in zip(rows, judged, written, clocks, strict=True):
        project.summarise(row, one.case, own)
        row.sequence, row.leaf = lines[-1].line.entry.sequence, lines[-1].line.entry.leaf()
    Case.objects.bulk_create(rows)
    _engage(rows, judged, actor, at)
    acts = Act.objects.bulk_create(_acts(rows, written, actor, at), batch_size=2_000)
    seals = [(act, each.seals) for act, each in zip(acts, (e for w in written for e in w), strict=True)]
    SubjectKey.objects.bulk_create(keys, batch_size=2_000)
    seal.keep_all(seals)
    Clock.objects.bulk_create([clock for own in clocks for clock in own], batch_size=2_000)
    projection.bring([(row, one.case) for row, one in zip(rows, judged, strict=True)])


def _cases(judged: tuple[Judged, ...], at: datetime) -> list[Case]:
    numbers = number.reserve_many(
        [(one.history.organ, one.case.edition) for one in judged], timezone.localdate(at).year
    )
    return [_case(one, name, at) for one, name in zip(judged, numbers, strict=True)]


def _case(one: Judged, name: str, at: datetime) -> Case:
    return Case(
        number=name,
        procedure=one.case.edition.id,
        edition_id=one.case.edition.content_hash,
        organ=one.history.organ,
        title=one.history.title,
        opened_at=at,
        began_on=one.case.began or date.min,
        demo=one.history.demo,
    )


@dataclass(frozen=True)
class Written:
    """An act with its line in the chain and what was sealed of it."""

    record: Record
    line: Line
    seals: tuple[Seal, ...]


def _chained(row: Case, one: Judged, keys: list[SubjectKey]) -> list[Written]:
    """A case's chain from its first act on; the key of its free texts, if it has any, goes to ``keys``."""
    head, key = None, b""
    found: list[Written] = []
    for record in one.case.records:
        texts = body.texts(record, one.case.edition)
        if texts and not key:
            key, kept = seal.made(row.number)
            keys.append(kept)
        seals = seal.under(key, row.number, texts)
        content: dict[str, Any] = {
            "edition": one.case.edition.content_hash,
            "papers": {},
            "record": body.chained(record, {each.field: each.commitment for each in seals}),
        }
        line = chain.append(
            row.number,
            content,
            happened=record.happened_on.isoformat(),
            recorded=record.recorded_at.isoformat(),
            head=head,
        )
        head = chain.head(line)
        found.append(Written(record, line, seals))
    return found


def _acts(
    rows: Iterable[Case], written: Iterable[list[Written]], actor: Actor, at: datetime
) -> Iterator[Act]:
    for row, acts in zip(rows, written, strict=True):
        for one in acts:
            entry = one.line.entry
            yield Act(
                case=row,
                sequence=entry.sequence,
                name=one.record.act,
                person_id=actor.identity,
                happened_on=one.record.happened_on,
                recorded_at=at,
                body=one.line.act,
                digest=entry.digest,
                previous=entry.previous,
            )


def _engage(rows: list[Case], judged: tuple[Judged, ...], actor: Actor, at: datetime) -> None:
    """Whoever acted handles the case."""
    pairs = [
        (row, person)
        for row, one in zip(rows, judged, strict=True)
        for person in sorted({p for act in one.history.acts for p in act.by})
    ]
    through = Case.handlers.through
    through.objects.bulk_create(through(case_id=row.pk, person_id=person) for row, person in pairs)
    Engagement.objects.bulk_create(
        Engagement(case=row, person_id=person, by_id=actor.identity, at=at) for row, person in pairs
    )
