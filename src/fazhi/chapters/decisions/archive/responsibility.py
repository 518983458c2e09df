"""Who answers for what in a decision, on which material: read out of its acts for life (第三十八条第二款).

Dissent stands in a part of its own with its words and its proof, as it lessens responsibility (第三款).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from fazhi.cases import capacity, receipts
from fazhi.cases.models import Act, Paper
from fazhi.cases.store import File
from fazhi.packs.entry import Entry
from fazhi.packs.source import Source
from fazhi.procedure.fact import FactKind
from fazhi.procedure.record import Record

FOLDER = Path(__file__).with_name("parts")
DISSENT = "dissent"


class Part(Entry):
    """A way of taking part; ``on`` names the acts whose papers lay before whoever took part so."""

    id: str
    title: str
    acts: tuple[str, ...]
    article: str
    on: tuple[str, ...] = ()
    dissent: bool = False


class Parts(Entry):
    """The parts of one procedure."""

    basis: str
    parts: tuple[Part, ...]


@cache
def parts(procedure: str) -> Parts:
    """The parts of a procedure, from the file of its name.

    >>> [part.title for part in parts("major-decision").parts if part.dissent]
    ['表示不同意见']
    """
    return Source(FOLDER / f"{procedure}.yaml").read(Parts)


@dataclass(frozen=True)
class Line:
    """One act of a part: who, on which day, what was said, on which papers, and the proof of it.

    ``day`` is the first checkpoint over the act, none where it waits for the next one.
    """

    act: Act
    number: int
    title: str
    record: Record
    people: tuple[str, ...]
    ids: frozenset[str]
    said: tuple[tuple[str, str], ...]
    made: tuple[Paper, ...]
    before: tuple[Paper, ...]
    """The papers on which it was done, as the latest act that handed them in left them."""
    day: date | None


@dataclass(frozen=True)
class Taken:
    """A part with its lines; empty where nobody took it yet."""

    part: Part
    lines: tuple[Line, ...]


def of(file: File) -> tuple[Taken, ...]:
    """Every part of a case in the order of the procedure."""
    held = parts(file.case.edition.id)
    lines = tuple(_lines(file))
    return tuple(
        Taken(part, tuple(_before(line, part, lines) for line in lines if line.record.act in part.acts))
        for part in held.parts
    )


def _lines(file: File) -> Iterator[Line]:
    edition, papers = file.case.edition, _papers(file)
    names = capacity.named(capacity.concerned(file.case.records))
    days = receipts.proven(Act.objects.filter(pk__in=[act.pk for act in file.acts]))
    for number, (act, record) in enumerate(zip(file.acts, file.case.records, strict=True), 1):
        known = edition.act.get(record.act)
        yield Line(
            act=act,
            number=number,
            title=known.title if known else record.act,
            record=record,
            people=capacity.signed(edition, record, names),
            ids=frozenset(person.id for person in record.by),
            said=tuple(_said(file, record)),
            made=papers.get(act.pk, ()),
            before=(),
            day=days.get(act.pk),
        )


def _papers(file: File) -> Mapping[int, tuple[Paper, ...]]:
    found: dict[int, tuple[Paper, ...]] = {}
    for row in Paper.objects.filter(act__in=file.acts).defer("content").order_by("pk"):
        found[row.act_id] = (*found.get(row.act_id, ()), row)
    return found


def _said(file: File, record: Record) -> Iterator[tuple[str, str]]:
    """What an act says in choices, and the words of dissent; other words stay in the file."""
    for name, value in record.facts.items():
        fact = file.case.edition.fact.get(name)
        if fact and (name == DISSENT or fact.kind in (FactKind.CHOICE, FactKind.YES_NO)):
            yield fact.title, fact.named(value)


def _before(line: Line, part: Part, lines: tuple[Line, ...]) -> Line:
    """The line with the papers that lay before whoever acted: of each act named the latest one before it."""
    others = [one for one in lines[: line.number - 1] if one.record.act != line.record.act and one.made]
    latest = {one.record.act: one for one in others if one.record.act in part.on}
    shown = tuple(paper for name in part.on if name in latest for paper in latest[name].made)
    return replace(line, before=shown)


def by_person(taken: tuple[Taken, ...], person: str) -> tuple[Taken, ...]:
    """What one person did in a decision, by pseudonym; parts without them are left out."""
    found = (Taken(one.part, tuple(n for n in one.lines if person in n.ids)) for one in taken)
    return tuple(one for one in found if one.lines)
