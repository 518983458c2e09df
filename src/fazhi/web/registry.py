"""A list as pages show it: which columns stand in a row, which words narrow it, how an entry is laid out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from fazhi.packs.register_entry import Column, Kind, RegisterEntry
from fazhi.packs.registers import source_of
from fazhi.registers.citations import split
from fazhi.registers.models import Edition, Entry
from fazhi.registers.models.edition import EntrySet

PAGE = 50
LONGEST = 80


@dataclass(frozen=True)
class Line:
    """One entry as a row: its title is the first text that is not its key."""

    entry: Entry
    title: str
    tags: tuple[str, ...]
    organs: tuple[str, ...]
    cites: tuple[str, ...]


def line(kind: RegisterEntry, entry: Entry) -> Line:
    """An entry's row."""
    return Line(
        entry,
        title(kind, entry),
        _values(entry, kind.of(Kind.CHOICE)),
        _values(entry, kind.of(Kind.ORGAN)),
        tuple(text for cell in _values(entry, kind.of(Kind.BASIS)) for text in split(cell)),
    )


def title(kind: RegisterEntry, entry: Entry) -> str:
    """What an entry is called."""
    texts = [column for column in kind.of(Kind.TEXT) if column.id not in kind.key]
    return next(iter(_values(entry, texts)), entry.key)


def titles(editions: Iterable[Edition], keys: Iterable[str]) -> dict[str, str]:
    """What the entries of some keys are called, in the first of the editions that has each."""
    wanted, found = set(keys), dict[str, str]()
    for edition in editions:
        for entry in edition.entries.filter(key__in=wanted - set(found)):
            found[entry.key] = title(edition.form, entry)
    return found


def _values(entry: Entry, columns: Iterable[Column]) -> tuple[str, ...]:
    return tuple(str(entry.cells[column.id]) for column in columns if column.id in entry.cells)


@dataclass(frozen=True)
class Search:
    """What an address asks of a list: words, and a choice in each column that has choices."""

    words: str
    chosen: dict[str, str]

    def among(self, rows: EntrySet) -> EntrySet:
        """The entries that are asked for."""
        wanted: dict[str, Any] = {f"cells__{name}": value for name, value in self.chosen.items()}
        return rows.saying(self.words).filter(**wanted)

    def filters(self, kind: RegisterEntry) -> list[tuple[Column, str]]:
        """The columns by which the list can be narrowed, each with what is chosen."""
        return [(column, self.chosen.get(column.id, "")) for column in kind.of(Kind.CHOICE)]


def search_of(kind: RegisterEntry, query: QueryDict) -> Search:
    """What an address asks for; what it says wrongly is not asked."""
    asked = ((column, query.get(column.id, "")) for column in kind.of(Kind.CHOICE))
    chosen = {column.id: value for column, value in asked if value in column.choices}
    return Search(query.get("q", "")[:LONGEST].replace("\0", " ").strip(), chosen)


@dataclass(frozen=True)
class Field:
    """One column of an entry: its head, its text or citations, and on which article the column stands."""

    head: str
    text: str
    cites: tuple[str, ...]
    source: str
    own: bool
    """One of the house's own columns."""


def fields(edition: Edition, entry: Entry) -> Iterator[Field]:
    """Every column of an entry, the empty ones too: that nothing stands there is worth knowing."""
    for column in edition.form.columns:
        text = str(entry.cells.get(column.id, ""))
        cites = split(text) if column.kind in (Kind.BASIS, Kind.CITATION) else ()
        yield Field(column.title, text, cites, source_of(column), column.basis is None)
