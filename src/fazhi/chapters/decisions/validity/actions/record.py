"""One record about a document, and the row that lists read made anew from all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from fazhi.cases.models import Act
from fazhi.chapters.decisions.validity import particulars
from fazhi.chapters.decisions.validity.models import Campaign, Document, Record
from fazhi.chapters.decisions.validity.state import Event, Kind, course
from fazhi.fault import Fault
from fazhi.office.actor import Actor

LONGEST = 5_000
PARTICULARS = (Record.Kind.ENTER, Record.Kind.CORRECT)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What is recorded; without an actor it is the platform's own note, or an act of the document's case."""

    kind: Record.Kind
    effective_on: date
    at: datetime
    actor: Actor | None = None
    person: int | None = None
    text: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    act: Act | None = None
    campaign: Campaign | None = None


def locked(pk: int) -> Document:
    """The document, held until the transaction ends: records come one after the other."""
    return Document.objects.select_for_update(of=("self",)).select_related("organ").get(pk=pk)


def append(document: Document, entry: Entry) -> Record:
    """The stored record; the caller holds the document's lock."""
    row = Record.objects.create(
        document=document,
        sequence=document.records.count() + 1,
        kind=entry.kind,
        effective_on=entry.effective_on,
        text=entry.text,
        data=dict(entry.data),
        act=entry.act,
        campaign=entry.campaign,
        person_id=entry.actor.identity if entry.actor else entry.person,
        organ_id=entry.actor.speaks_for(document.organ_id) if entry.actor else None,
        at=entry.at,
    )
    project(document)
    return row


def project(document: Document) -> None:
    """Bring a document's row to what its records say."""
    records = list(document.records.all())
    cells = next(one.data for one in reversed(records) if one.kind in PARTICULARS)
    events = [Event(Kind(one.kind), one.effective_on) for one in records]
    found = course(events, particulars.span(cells))
    values = particulars.columns(cells)
    values |= {"stopped_on": found.stopped, "ended_on": found.ended, "ended_as": found.ended_as or ""}
    for name, value in (values | {"revising": found.revising}).items():
        setattr(document, name, value)
    document.save()


def said(text: str, what: str, code: str) -> str:
    """A text that says something and can be kept; the ``Fault`` names what it is for."""
    words = text.strip()
    if not words:
        raise Fault(code, f"没有填写{what}", f"请填写{what}")
    if len(words) > LONGEST or "\0" in words:
        raise Fault(code, f"{what}超过{LONGEST}字或者含有无效字符", "请改短后重新提交")
    return words
