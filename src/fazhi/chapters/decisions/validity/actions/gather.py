"""What cases decided about documents, taken over into the register: each act once (条例第四十七条第一款)."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet

from fazhi.cases import store
from fazhi.cases.models import Act, Paper
from fazhi.chapters.decisions.validity import preamble
from fazhi.chapters.decisions.validity.actions import record
from fazhi.chapters.decisions.validity.actions.enter import keep
from fazhi.chapters.decisions.validity.actions.find import find
from fazhi.chapters.decisions.validity.actions.record import Entry
from fazhi.chapters.decisions.validity.looking import digest
from fazhi.chapters.decisions.validity.models import Document, Finding, Record
from fazhi.chapters.decisions.validity.terms import ACTS, PROCEDURE, PUBLISH, TEXT, cells
from fazhi.fault import Fault
from fazhi.procedure.record import Record as CaseRecord
from fazhi.source import load

log = logging.getLogger(__name__)
BATCH = 200


@dataclass(frozen=True)
class Gathered:
    """What one round took over; ``failed`` acts are tried again in the next one."""

    recorded: int
    failed: int


@dataclass(frozen=True)
class Gather:
    """Acts of normative-document cases that the register does not know yet, in their order."""

    def perform(self, at: datetime) -> Gathered:
        """Each act in a transaction of its own: one that cannot be read holds up no other."""
        results = [_take(act, at) for act in waiting()[:BATCH]]
        return Gathered(results.count(True), results.count(None))


def waiting() -> QuerySet[Act]:
    """The acts to be taken over: publications, and what later changed a document that is registered."""
    known = Exists(Record.objects.filter(act=OuterRef("pk")))
    registered = Exists(Document.objects.filter(case=OuterRef("case")))
    rows = Act.objects.filter(~known, case__procedure=PROCEDURE, name__in=(PUBLISH, *ACTS))
    first = rows.filter(name=PUBLISH) | rows.filter(registered)
    return first.select_related("case__organ").order_by("case_id", "sequence")


def _take(act: Act, at: datetime) -> bool | None:
    """Whether it was recorded; nothing where it failed."""
    try:
        with transaction.atomic():
            return _recorded(act, at)
    except IntegrityError:
        return False  # another process took it over meanwhile
    except Fault as fault:
        log.error("act %s of case %s was not taken over: %s", act.sequence, act.case_id, fault)
        return None


def _recorded(act: Act, at: datetime) -> bool:
    file = store.file(act.case)
    document = Document.objects.filter(case=act.case_id).first()
    if act.name == PUBLISH:
        return document is None and _enter(act, dict(file.case.state.facts), at)
    said = dict(zip((one.pk for one in file.acts), file.case.records, strict=True))
    return document is not None and _append(record.locked(document.pk), act, said[act.pk], at)


def _enter(act: Act, facts: dict[str, Any], at: datetime) -> bool:
    found = cells(act, facts, _bases(act))
    entry = Entry(
        kind=Record.Kind.ENTER, effective_on=act.happened_on, at=at, person=act.person_id, act=act,
        text="由案件的公布行为登记",
    )  # fmt: skip
    same = Document.objects.filter(number=found["number"]).first()
    if same is None:
        keep(found, entry, demo=act.case.demo, case=act.case)
    elif same.case_id is None:
        _adopt(record.locked(same.pk), act, found, entry)
    else:
        _double(same, act, found, entry)
    return True


def _double(same: Document, act: Act, found: dict[str, Any], entry: Entry) -> None:
    """Two cases claim one number: both documents are on the register, and a person has to look."""
    number = f"{found['number']}（重号{act.case_id}）"
    row = keep({**found, "number": number}, entry, demo=act.case.demo, case=act.case)
    text = f"发文字号{same.number}已由{same.name}登记，两个案件用了同一个文号"
    find(row, Finding.Kind.NUMBER, digest(same.pk), text, {"document": same.pk}, entry.at)


def _adopt(row: Document, act: Act, found: dict[str, Any], entry: Entry) -> None:
    """A document that somebody had entered by hand: what its case says is recorded as a correction."""
    row.case = act.case
    merged = {**found, "basis": found.get("basis") or row.bases}
    told = {"kind": Record.Kind.CORRECT, "data": merged, "text": "与案件的公布行为合并"}
    record.append(row, Entry(**{**vars(entry), **told}))


def _append(row: Document, act: Act, said: CaseRecord, at: datetime) -> bool:
    term = ACTS[act.name]
    kind = Record.Kind(term.kind(said.facts))
    record.append(
        row,
        Entry(
            kind=kind, effective_on=act.happened_on, at=at, person=act.person_id, act=act,
            text=str(said.facts.get(term.reason, "")) or term.words,
        ),
    )  # fmt: skip
    return True


def _bases(act: Act) -> str:
    """The bases that the published text names, one a line; none where it is no readable text."""
    paper = Paper.objects.filter(act=act, title=TEXT).first()
    if paper is None:
        return ""
    try:
        return "\n".join(preamble.bases(load(bytes(paper.content), paper.file_name)))
    except Fault:
        return ""
