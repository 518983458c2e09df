"""A receipt of a case: by what it was judged and what came out, in bytes that anybody can make again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from fazhi.law.calendar import Calendar
from fazhi.procedure.act import Act
from fazhi.procedure.canonical import data, digest, written
from fazhi.procedure.case import Case
from fazhi.procedure.condition import InTable
from fazhi.procedure.due import due, expiry
from fazhi.procedure.edition import Edition
from fazhi.procedure.perform import refusals
from fazhi.procedure.permitted import with_facts
from fazhi.procedure.record import Record
from fazhi.procedure.subcase import SubCase
from fazhi.procedure.view import View


@dataclass(frozen=True)
class Receipt:
    """Edition and calendar by hash, the records as inputs, and for each the gates as they were judged."""

    edition: str
    edition_hash: str
    calendar_hash: str
    records: tuple[Record, ...]
    at: date
    trace: tuple[object, ...]
    due: dict[str, date | None]
    outcome: str
    subs: tuple[SubCase, ...] = ()
    earlier: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def bytes(self) -> bytes:
        """The canonical bytes."""
        return written({**_plain(replace(self, subs=())), **_inner(self.subs)})


def _plain(given: Receipt) -> Mapping[str, object]:
    found = data(given)
    assert isinstance(found, Mapping)
    return found


def _inner(subs: tuple[SubCase, ...]) -> Mapping[str, object]:
    """The inner cases as inputs: their editions by hash, their records whole."""
    held = [
        {"sub": o.sub, "edition_hash": o.case.edition.content_hash, "records": o.case.records} for o in subs
    ]
    return {"subs": held} if held else {}


def calendar_version(calendar: Calendar) -> str:
    """The version of a calendar: the hash of all its days and notices."""
    return digest(calendar.years)


def receipt(case: Case, calendar: Calendar, at: date) -> Receipt:
    """The receipt of a case on a day."""
    edition = case.edition
    standing = case.as_of(at)
    return Receipt(
        edition=edition.id,
        edition_hash=edition.content_hash,
        calendar_hash=calendar_version(calendar),
        records=case.records,
        at=at,
        trace=tuple(_trace(case, calendar)),
        due={name: reading.day for name, reading in due(case, calendar, at).items()},
        outcome=standing.state.outcome,
        subs=case.subs,
        earlier=case.earlier,
    )


def replay(given: Receipt, edition: Edition, calendar: Calendar) -> bytes:
    """The bytes its records give under an edition and a calendar: the same bytes if both are the same."""
    return receipt(Case(edition, given.records, given.subs, given.earlier), calendar, given.at).bytes()


def _trace(case: Case, calendar: Calendar) -> Iterator[object]:
    for n, record in enumerate(case.records):
        before = case.entered(n)
        act = case.edition.act.get(record.act)
        reasons = refusals(before, record, calendar)
        gates = list(_gates(act, before, record, calendar)) if act else []
        yield {"act": record.act, "gates": gates, "refused": [reason.code for reason in reasons]}


def _gates(act: Act, case: Case, record: Record, calendar: Calendar) -> Iterator[object]:
    """Each gate with whether it was open, and the row of every table that was hit."""
    standing = case.as_of(record.happened_on)
    expired = expiry(standing, calendar, record.happened_on)
    view = with_facts(View(standing.state, expired, case.edition.deemed), record.facts)
    for gate in act.requires:
        tables = [leaf.table for leaf in gate.that.leaves() if isinstance(leaf, InTable)]
        hit = {table.id: table.hit(view.fact) for table in tables}
        yield {"basis": str(gate.basis), "open": gate.open(view), "rows": hit}
