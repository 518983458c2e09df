"""The acts on file as a reader finds them: who did what, when, with which facts and papers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from fazhi.cases import capacity
from fazhi.cases.models import Act, Paper
from fazhi.cases.store import File
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import FactKind
from fazhi.procedure.record import Record
from fazhi.procedure.value import Value

PAGE = 15
"""Acts a page: a case of years stays as light as one of days."""


@dataclass(frozen=True)
class Entry:
    """One act of the file."""

    act: Act
    title: str
    kind: str
    basis: str
    people: tuple[str, ...]
    record: Record
    facts: tuple[tuple[str, str], ...]
    papers: tuple[Paper, ...]

    @property
    def days_late(self) -> int:
        """Days from the act to its entry."""
        return self.record.days_late


def entries(file: File) -> tuple[Entry, ...]:
    """The acts in the order of their entry."""
    names = capacity.named(capacity.concerned(file.case.records))
    papers = _papers(file)
    pairs = zip(file.acts, file.case.records, strict=True)
    return tuple(_entry(file.case.edition, act, record, names, papers) for act, record in pairs)


def paged(file: File, asked: str | None) -> Page[Entry]:
    """The acts of one page, the latest where none is asked for."""
    found = Paginator(entries(file), PAGE)
    return found.get_page(asked or found.num_pages)


def _papers(file: File) -> Mapping[int, tuple[Paper, ...]]:
    rows = Paper.objects.filter(act__in=file.acts).defer("content")
    found: dict[int, tuple[Paper, ...]] = {}
    for row in rows:
        found[row.act_id] = (*found.get(row.act_id, ()), row)
    return found


def _entry(
    edition: Edition,
    act: Act,
    record: Record,
    names: Mapping[str, str],
    papers: Mapping[int, tuple[Paper, ...]],
) -> Entry:
    known = edition.act.get(record.act)
    return Entry(
        act=act,
        title=known.title if known else record.act,
        kind=known.kind.value if known else "step",
        basis=str(known.basis) if known else "",
        people=capacity.signed(edition, record, names),
        record=record,
        facts=tuple(_facts(edition, record, names)),
        papers=papers.get(act.pk, ()),
    )


def _facts(edition: Edition, record: Record, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in record.facts.items():
        yield edition.words.fact(name), _shown(edition, name, value, names)


def _shown(edition: Edition, name: str, value: Value, names: Mapping[str, str]) -> str:
    fact = edition.fact.get(name)
    if fact and fact.kind is FactKind.PERSON:
        return names.get(str(value), str(value))
    return fact.named(value) if fact else str(value)
