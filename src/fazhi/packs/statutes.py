"""The statute registry of the packs: which statutes there are, their names, when they are in force."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import Field, PositiveInt

from fazhi.law.catalogue import Catalogue
from fazhi.law.statute import Edition, Statute
from fazhi.law.title import key
from fazhi.packs import DISTRICT
from fazhi.packs.entry import Entry
from fazhi.packs.mistakes import refused
from fazhi.packs.pack import chain
from fazhi.packs.source import Place, Source

UNDATED = "未注明日期"
"""In the place of an id where no source gives day or number: a mark of the registry, no name of the text."""


class EditionEntry(Entry):
    """An edition; a field is left out where no source gives it."""

    id: str | date
    """The day its text is dated, or its document number where no day is known."""
    promulgated: date | None = None
    """The day, where it is not the ``id``."""
    in_force_from: date | None = None
    in_force_by: date | None = None
    """A day on which a source shows it in force, where no source gives the first one."""
    in_force_to: date | None = None
    articles: PositiveInt | None = None
    document: str = ""

    def edition(self) -> Edition:
        dated = self.id if isinstance(self.id, date) else None
        numbered = "" if self.id == UNDATED else str(self.id)
        document = self.document if dated else self.document or numbered
        days = (self.promulgated or dated, self.in_force_from, self.in_force_to)
        return Edition(str(self.id), *days, self.articles, document, self.in_force_by)


class StatuteEntry(Entry):
    """A statute with the editions that are known."""

    title: str = Field(min_length=2)
    short: tuple[str, ...] = ()
    enacted: date | None = None
    """The day it was first adopted or promulgated."""
    editions: tuple[EditionEntry, ...] = Field(min_length=1)

    def statute(self) -> Statute:
        editions = tuple(entry.edition() for entry in self.editions)
        return Statute(self.title, self.short, editions, self.enacted)


class Registry(Entry):
    """The file ``statutes.yaml`` of a pack."""

    statutes: tuple[StatuteEntry, ...]


def load(path: Path) -> tuple[Statute, ...]:
    """Read one registry; ``Fault`` pack.E002 with the line of each thing that is wrong."""
    source = Source(path)
    entries = source.read(Registry).statutes
    names: dict[str, str] = {}
    refused(
        source.refuse(("statutes", index, *at), wrong, remedy)
        for index, entry in enumerate(entries)
        for at, wrong, remedy in _mistakes(entry, names)
    )
    return tuple(entry.statute() for entry in entries)


def _mistakes(entry: StatuteEntry, names: dict[str, str]) -> Iterator[tuple[Place, str, str]]:
    for name in (entry.title, *entry.short):
        if (other := names.setdefault(key(name), entry.title)) != entry.title:
            yield (), f"“{name}”同时指《{entry.title}》和《{other}》", "请只保留一处"
    for number, edition in enumerate(entry.editions):
        if problem := _problem(edition):
            yield ("editions", number), problem, "请核对日期"
    if len({edition.id for edition in entry.editions}) != len(entry.editions):
        yield ("editions",), "同一版本写了两次", "请只保留一处"


def _problem(entry: EditionEntry) -> str:
    edition = entry.edition()
    if edition.in_force_from and edition.in_force_by:
        return "施行日期已经写明，不须再写 in_force_by"
    begins, ends = edition.in_force_from or edition.in_force_by, edition.in_force_to
    if begins and edition.promulgated and begins < edition.promulgated:
        return f"施行日期{begins}早于版本日期{edition.promulgated}"
    return f"失效日期{ends}早于施行日期{begins}" if begins and ends and ends < begins else ""


@cache
def catalogue(pack: Path = DISTRICT) -> Catalogue:
    """The registry of a pack and of those above it, each layer adding to the one above."""
    return Catalogue(_statutes(pack))


def _statutes(pack: Path) -> Iterator[Statute]:
    for layer in chain(pack):
        if (path := layer.folder / "statutes.yaml").exists():
            yield from load(path)
