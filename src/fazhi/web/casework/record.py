"""The acts on file as a reader finds them: who did what, when, with which facts and papers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.cases import capacity
from fazhi.cases.models import Act, Paper
from fazhi.cases.store import File
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import FactKind
from fazhi.procedure.record import Record
from fazhi.procedure.value import Value


@dataclass(frozen=True)
class Entry:
    """One act of the file, with its number in it."""

    number: int
    act: Act
    title: str
    kind: str
    basis: str
    people: tuple[str, ...]
    record: Record
    facts: tuple[tuple[str, str], ...]
    papers: tuple[Paper, ...]
    proven: date | None
    """The day of the checkpoint over it."""

    @property
    def days_late(self) -> int:
        """Days from the act to its entry."""
        return self.record.days_late


def entries(file: File, proven: Mapping[int, date]) -> tuple[Entry, ...]:
    """The acts in the order of their entry; ``proven``: by the keys of acts the days of the checkpoints."""
    names, papers = capacity.named(capacity.concerned(file.case.records)), _papers(file)
    pairs = zip(file.acts, file.case.records, strict=True)
    return tuple(
        Entry(
            number=number,
            act=act,
            record=record,
            papers=papers.get(act.pk, ()),
            proven=proven.get(act.pk),
            **_said(file.case.edition, record, names),
        )
        for number, (act, record) in enumerate(pairs, 1)
    )


def _papers(file: File) -> Mapping[int, tuple[Paper, ...]]:
    rows = Paper.objects.filter(act__in=file.acts).defer("content")
    found: dict[int, tuple[Paper, ...]] = {}
    for row in rows:
        found[row.act_id] = (*found.get(row.act_id, ()), row)
    return found


def _said(edition: Edition, record: Record, names: Mapping[str, str]) -> dict[str, Any]:
    """What the edition and the names of people make of a record."""
    known = edition.act.get(record.act)
    return {
        "title": known.title if known else record.act,
        "kind": known.kind.value if known else "step",
        "basis": str(known.basis) if known else "",
        "people": capacity.signed(edition, record, names),
        "facts": tuple(_facts(edition, record, names)),
    }


def _facts(edition: Edition, record: Record, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in record.facts.items():
        yield edition.words.fact(name), _shown(edition, name, value, names)


def _shown(edition: Edition, name: str, value: Value, names: Mapping[str, str]) -> str:
    fact = edition.fact.get(name)
    if fact and fact.kind is FactKind.PERSON:
        return names.get(str(value), str(value))
    return fact.named(value) if fact else str(value)
