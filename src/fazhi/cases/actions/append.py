"""Putting one judged record into a case's chain, with everything that is derived from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fazhi.cases import body, projection, store
from fazhi.cases.actions import announce, group, paper, project, seal
from fazhi.cases.actions.paper import Attachment
from fazhi.cases.models import Act, Case
from fazhi.ledger import chain
from fazhi.ledger.record import Record as Line
from fazhi.office.actor import Actor
from fazhi.procedure import case as procedure
from fazhi.procedure.record import Record
from fazhi.row import insert, inserting


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What comes with a record: its papers, who sent it, and what else the chain is to hold of it."""

    actor: Actor
    at: datetime
    papers: tuple[Attachment, ...] = ()
    extra: Mapping[str, Any] | None = None
    """Further keys of the chained body (当事人、并案来源)."""
    key: str = ""
    request: str = ""


def append(row: Case, before: procedure.Case, record: Record, entry: Entry) -> Act:
    """The stored act; the record was judged already, and the caller holds the case's lock."""
    seals = seal.seal(row.number, body.texts(record, before.edition), store.algorithm(row))
    line = _line(row, before, record, entry, {one.field: one.commitment for one in seals})
    after = before.with_record(record)
    derived = project.case(row, after, line, entry.at)
    event = announce.act(row, after, record, entry.actor.identity, entry.at)
    act = _act(row, record, line, entry)
    insert(act, *derived, inserting(event))
    seal.keep(act, seals)
    paper.attach(act, entry.papers)
    projection.bring([(row, after)])
    if row.outer and after.state.outcome:
        _tell_outer(row.outer, entry.at)
    return act


def _tell_outer(outer: Case, at: datetime) -> None:
    """The end of a case inside another moves the other's clocks."""
    group.settle(group.lock((outer,)), at)


def _line(
    row: Case, before: procedure.Case, record: Record, entry: Entry, commitments: Mapping[str, str]
) -> Line:
    algorithm = store.algorithm(row)
    content = {
        "edition": before.edition.content_hash,
        "papers": paper.chained(entry.papers, algorithm),
        "record": body.chained(record, commitments),
        **(entry.extra or {}),
    }
    return chain.append(
        row.number,
        content,
        happened=record.happened_on.isoformat(),
        recorded=record.recorded_at.isoformat(),
        head=store.head(row),
        algorithm=algorithm,
    )


def _act(row: Case, record: Record, line: Line, entry: Entry) -> Act:
    return Act(
        case=row,
        sequence=line.entry.sequence,
        name=record.act,
        person_id=entry.actor.identity,
        happened_on=record.happened_on,
        recorded_at=record.recorded_at,
        body=line.act,
        digest=line.entry.digest,
        previous=line.entry.previous,
        key=entry.key or None,
        request=entry.request,
    )


def persons(actor: Actor, others: Iterable[int]) -> tuple[int, ...]:
    """Who acts: the person at the desk first, then the colleagues named."""
    return (actor.identity, *(one for one in others if one != actor.identity))
