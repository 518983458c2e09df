"""A stored case in the shapes of the interface."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from fazhi.api import told
from fazhi.api.tie import tied, ties
from fazhi.cases import capacity, lawbook, store
from fazhi.cases.actions import project
from fazhi.cases.models import Act, Case, Paper, Party
from fazhi.cases.store import File
from fazhi.office.actor import Actor
from fazhi.procedure import canonical, written
from fazhi.procedure.due import Reading
from fazhi.procedure.edition import Edition
from fazhi.procedure.state import State

INNER = "."


def line(row: Case) -> told.CaseLine:
    """A case in a list."""
    return told.CaseLine(
        **_head(row), next_due=row.next_due, acts=row.sequence, restricted=bool(row.secrecy), demo=row.demo
    )


def _head(row: Case) -> dict[str, Any]:
    edition = lawbook.edition(row.edition_id)
    words = edition.words
    return {
        "id": row.pk,
        "number": row.number,
        "title": row.title,
        "procedure": {"id": row.procedure, "title": edition.title, "edition": row.edition_id},
        "organ": {"id": row.organ.code, "title": row.organ.name},
        "stage": {"id": row.stage, "title": words.act(row.stage)} if row.stage else None,
        "outcome": {"id": row.outcome, "title": words.outcome(row.outcome)} if row.outcome else None,
        "began_on": row.began_on,
        "latest_on": row.latest_on,
    }


def case(file: File, actor: Actor) -> told.CaseOut:
    """A case with the facts as they stand."""
    row = file.row
    return told.CaseOut(
        **_head(row),
        opened_at=row.opened_at,
        acts=row.sequence,
        head=row.leaf,
        facts=_standing(file.case.state),
        ties=ties(row, actor),
        restricted=bool(row.secrecy),
        demo=row.demo,
    )


def tag(row: Case, actor: Actor) -> str:
    """The end of the case's chain; where other cases move it, too, followed by a digest of how it stands."""
    if not (lawbook.edition(row.edition_id).subs or tied(row)):
        return row.leaf
    return f"{row.leaf}{INNER}{canonical.digest(case(store.file(row), actor).model_dump())}"


def head(tag: str) -> str:
    """The end of the chain in a tag.

    >>> head("sha256:ab.cd")
    'sha256:ab'
    """
    return tag.partition(INNER)[0]


def _standing(state: State) -> dict[str, told.Fact]:
    known = (bool, int, str, date)
    return {name: written.plain(value) for name, value in state.facts.items() if isinstance(value, known)}


def clocks(file: File, today: date) -> list[told.ClockOut]:
    """The time limits that have started."""
    readings = project.readings(file.row, file.case, today)
    return [_clock(reading, reading.started, today) for reading in readings.values() if reading.started]


def _clock(reading: Reading, started: date, today: date) -> told.ClockOut:
    clock, found = reading.clock, reading.due
    return told.ClockOut(
        id=clock.id,
        title=clock.title,
        basis=str(clock.basis),
        started=started,
        due=reading.day,
        stopped=reading.stopped,
        running=reading.running,
        overdue=reading.late(today),
        provisional=bool(found and found.provisional),
        explained=list(reading.explain()),
    )


def people(row: Case) -> told.PeopleOut:
    """Who handles a case, and its parties by pseudonym."""
    return told.PeopleOut(
        handlers=[told.PersonOut(id=p.pk, name=p.name) for p in row.handlers.order_by("pk")],
        parties=[told.PartyOut(subject=party.subject, role=role(row, party)) for party in row.parties.all()],
    )


def role(row: Case, party: Party) -> told.Named:
    """What a party is in the case."""
    known = lawbook.edition(row.edition_id).role.get(party.role)
    return told.Named(id=party.role, title=known.title if known else party.role)


def acts(file: File) -> Iterator[told.ActOut]:
    """The acts in the order of their entry."""
    names = capacity.named(capacity.concerned(file.case.records))
    edition = file.case.edition
    for act, record in zip(file.acts, file.case.records, strict=True):
        yield told.ActOut(
            sequence=act.sequence,
            act=told.Named(id=record.act, title=edition.words.act(record.act)),
            basis=_basis(edition, record.act),
            by=list(capacity.signed(edition, record, names)),
            happened_on=record.happened_on,
            recorded_at=record.recorded_at,
            days_late=record.days_late,
            facts={name: written.plain(value) for name, value in record.facts.items()},
            documents=list(record.documents),
            reason=record.reason,
            corrects=record.corrects,
            instead_on=record.instead_on,
            digest=act.digest,
            previous=act.previous,
            leaf=store.line(act, act.case.number).entry.leaf(),
        )


def _basis(edition: Edition, act: str) -> str:
    return str(edition.act[act].basis) if act in edition.act else ""


def done(act: Act) -> told.DoneOut:
    """An act that was just put on file."""
    row = act.case
    words = lawbook.edition(row.edition_id).words
    return told.DoneOut(
        case=row.pk,
        sequence=act.sequence,
        act=told.Named(id=act.name, title=words.act(act.name)),
        happened_on=act.happened_on,
        recorded_at=act.recorded_at,
        digest=act.digest,
        leaf=store.line(act, row.number).entry.leaf(),
    )


def paper(row: Paper) -> told.PaperOut:
    """A paper without its content."""
    return told.PaperOut(
        id=row.pk,
        title=row.title,
        file_name=row.file_name,
        size=row.size,
        sha256=row.digest,
        act=row.act.sequence,
    )
