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

from fazhi.cases import body, lawbook, projection, secrecy
from fazhi.cases.actions import former, number, paper, party, project, seal
from fazhi.cases.actions.open import LONGEST, store_edition
from fazhi.cases.actions.paper import File
from fazhi.cases.actions.party import Identity, Sealed
from fazhi.cases.actions.perform import demand_single
from fazhi.cases.actions.seal import Seal
from fazhi.cases.actions.uncollected import uncollected
from fazhi.cases.capacity import Roster
from fazhi.cases.history import History, Past
from fazhi.cases.models import Act, Case, Clock, Engagement, SubjectKey
from fazhi.fault import Fault
from fazhi.ledger import chain
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.record import Record as Line
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.procedure import case as procedure
from fazhi.procedure.perform import refusals
from fazhi.procedure.record import Record
from fazhi.row import insert_all


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
    parties: int = 0
    papers: int = 0


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
        with uncollected():
            return self._transcribed(actor, at)

    def _transcribed(self, actor: Actor, at: datetime) -> Result:
        roster = Roster(one for h in self.histories for act in h.acts for one in act.by)
        doubled = zip(self.histories, former.refusals(self.histories), strict=True)
        judged = [Rejected(one, wrong) if wrong else _judged(one, roster, at) for one, wrong in doubled]
        good = tuple(one for one in judged if isinstance(one, Judged))
        bad = tuple(one for one in judged if isinstance(one, Rejected))
        kept = good if self.partly or not bad else ()
        if kept and not self.dry_run:
            _write(kept, actor, at)
        return _result(kept, bad)


def _result(kept: tuple[Judged, ...], bad: tuple[Rejected, ...]) -> Result:
    histories = [one.history for one in kept]
    return Result(
        len(kept),
        sum(len(one.acts) for one in histories),
        bad,
        parties=sum(len(one.parties) for one in histories),
        papers=sum(len(act.papers) for one in histories for act in one.acts),
    )


def _judged(history: History, roster: Roster, at: datetime) -> Judged | Rejected:
    try:
        return Judged(history, _folded(history, roster, at))
    except Fault as fault:
        return Rejected(history, fault)


def _folded(history: History, roster: Roster, at: datetime) -> procedure.Case:
    if not history.acts or len(history.title) > LONGEST:
        raise Fault("cases.E030", "案件没有行为，或者案由过长", "每件案件至少写明开始的行为，案由不超过120字")
    case = procedure.Case(lawbook.governing(history.procedure, history.acts[0].happened_on))
    party.check(case.edition, history.parties)
    _check_parties(history.parties)
    for past in history.acts:
        demand_single(case.edition.act.get(past.act))
        paper.check(past.papers)
        if len(set(past.titles)) < len(past.titles) and past.papers:
            raise Fault("cases.E013", "两件材料用了同一个名称", "请为每件材料填写不同的名称")
        record = _record(past, history, roster, at)
        for refusal in refusals(case, record, lawbook.days()):
            raise refusal.fault()
        case = case.with_record(record)
    return case


def _check_parties(parties: tuple[Identity, ...]) -> None:
    known = [(one.role, *sorted(one.known.items())) for one in parties]
    if len(set(known)) < len(known):
        raise Fault("cases.E078", "同一当事人写了两次", "请每人只写一次；有两种身份的，分别写明")


def _record(past: Past, history: History, roster: Roster, at: datetime) -> Record:
    return Record(
        act=past.act,
        by=roster.people(past.by, history.organ.pk, frozenset(), past.happened_on),
        happened_on=past.happened_on,
        recorded_at=timezone.localtime(at),
        facts=past.facts,
        documents=past.titles,
    )


@transaction.atomic
def _write(judged: tuple[Judged, ...], actor: Actor, at: datetime) -> None:
    for edition in {one.case.edition.content_hash: one.case.edition for one in judged}.values():
        store_edition(edition)
    rows = _cases(judged, at)
    for key, where in former.on_file(one.history for one in judged).items():
        raise former.doubled(key, where)
    keys: list[SubjectKey] = []
    written = [_chained(row, one, keys) for row, one in zip(rows, judged, strict=True)]
    today = timezone.localdate(at)
    clocks = [list(project.clocks(row, one.case, today)) for row, one in zip(rows, judged, strict=True)]
    for row, one, lines, own in zip(rows, judged, written, clocks, strict=True):
        project.summarise(row, one.case, own)
        row.sequence, row.leaf = lines[-1].line.entry.sequence, lines[-1].line.entry.leaf()
    insert_all(rows)
    _engage(rows, judged, actor, at)
    acts = list(_acts(rows, judged, written, actor, at))
    insert_all(acts)
    entering = list(zip(acts, (e for w in written for e in w), strict=True))
    insert_all(keys)
    seal.keep_all((act, each.seals) for act, each in entering)
    party.enter_all((act, each.parties) for act, each in entering)
    for act, each in entering:
        for file in each.papers:
            paper.attach(act, (file,))
    insert_all([_of(row, clock) for row, own in zip(rows, clocks, strict=True) for clock in own])
    projection.bring([(row, one.case) for row, one in zip(rows, judged, strict=True)])


def _of(row: Case, clock: Clock) -> Clock:
    """The clock with its case's key, which was not known when it was worked out."""
    clock.case_id = row.pk
    return clock


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
        secrecy=secrecy.least(one.case.edition),
        opened_at=at,
        began_on=one.case.began or date.min,
        demo=one.history.demo,
    )


@dataclass(frozen=True)
class Written:
    """An act with its line in the chain, what was sealed of it, who came in with it, and its files."""

    record: Record
    line: Line
    seals: tuple[Seal, ...]
    parties: tuple[Sealed, ...]
    papers: tuple[File, ...]


def _chained(row: Case, one: Judged, keys: list[SubjectKey]) -> list[Written]:
    """A case's chain from its first act on; keys of its free texts and its parties go to ``keys``."""
    head, key, algorithm = None, b"", lawbook.algorithm()
    parties = _parties(one.history, algorithm, keys)
    found: list[Written] = []
    for past, record in zip(one.history.acts, one.case.records, strict=True):
        texts = body.texts(record, one.case.edition)
        if texts and not key:
            key, kept = seal.made(row.number)
            keys.append(kept)
        seals = seal.under(key, row.number, texts, algorithm)
        content: dict[str, Any] = {
            "edition": one.case.edition.content_hash,
            "papers": paper.chained(past.papers, algorithm),
            "record": body.chained(record, {each.field: each.commitment for each in seals}),
        }
        content |= {"parties": party.chained(parties)} if parties else {}
        line = chain.append(
            row.number,
            content,
            happened=record.happened_on.isoformat(),
            recorded=record.recorded_at.isoformat(),
            head=head,
            algorithm=algorithm,
        )
        head = chain.head(line)
        found.append(Written(record, line, seals, parties, past.papers))
        parties = ()
    return found


def _parties(history: History, algorithm: Algorithm, keys: list[SubjectKey]) -> tuple[Sealed, ...]:
    """The parties, who come in with the first act, as a case that is opened here has them."""
    made = [party.keyed(one, algorithm) for one in history.parties]
    keys += [key for _, key in made]
    return tuple(sealed for sealed, _ in made)


def _acts(
    rows: Iterable[Case],
    judged: Iterable[Judged],
    written: Iterable[list[Written]],
    actor: Actor,
    at: datetime,
) -> Iterator[Act]:
    for row, case, acts in zip(rows, judged, written, strict=True):
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
                key=former.named(case.history) if entry.sequence == 1 else None,
            )


def _engage(rows: list[Case], judged: tuple[Judged, ...], actor: Actor, at: datetime) -> None:
    """Whoever acted handles the case."""
    pairs = [
        (row, person)
        for row, one in zip(rows, judged, strict=True)
        for person in sorted({p for act in one.history.acts for p in act.by})
    ]
    through = Case.handlers.through
    insert_all([through(case_id=row.pk, person_id=person) for row, person in pairs])
    insert_all([Engagement(case=row, person_id=person, by_id=actor.identity, at=at) for row, person in pairs])
