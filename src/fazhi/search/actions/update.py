"""Bringing into the index what the database noted as changed, in small transactions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, transaction

from fazhi.bigram import index_terms
from fazhi.search import fulltext
from fazhi.search.models import Record, Stale
from fazhi.search.source import Entry, Source, sources

BATCH = 1_000
"""Notes worked off in one transaction: others write in between."""


@dataclass(frozen=True)
class Updated:
    """What one transaction did: notes worked off, entries written."""

    noted: int
    written: int


def update_all() -> int:
    """Work off every note; gives the number of entries written."""
    written = 0
    while (done := update()).noted:
        written += done.written
    return written


@transaction.atomic
def update(limit: int = BATCH) -> Updated:
    """Work off the oldest notes. One process at a time does: what it reads is what the index then says."""
    _lock()
    notes = list(Stale.objects.order_by("pk")[:limit])
    changed: dict[str, set[int]] = defaultdict(set)
    for note in notes:
        changed[note.kind].add(note.key)
    written = sum(_replace(kind, keys) for kind, keys in changed.items())
    Stale.objects.filter(pk__in=[note.pk for note in notes]).delete()
    return Updated(len(notes), written)


def _lock() -> None:
    """SQLite's transactions are one at a time by themselves."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE search_record IN EXCLUSIVE MODE")


def _replace(kind: str, keys: Iterable[int]) -> int:
    old = Record.objects.filter(kind=kind, key__in=keys)
    fulltext.remove([(row.pk, terms(row)) for row in old])
    old.delete()
    source = sources().get(kind)
    return _write(source, sorted(keys)) if source else 0


def _write(source: Source, keys: list[int]) -> int:
    found = sorted(source.entries(keys), key=lambda entry: entry.key)
    rows = Record.objects.bulk_create(record(source.kind, entry) for entry in found)
    fulltext.add([(row.pk, terms(row)) for row in rows])
    return len(rows)


def record(kind: str, entry: Entry) -> Record:
    """The row of an entry."""
    marks = [
        kind,
        *(f"organ-{organ}" for organ in sorted(entry.organs)),
        *([f"year-{entry.day.year}"] if entry.day else ()),
        *(f"for-{circle}" for circle in sorted(entry.circles)),
    ]
    return Record(
        kind=kind, key=entry.key, title=entry.title, text=entry.text, day=entry.day, marks=" ".join(marks)
    )


def terms(row: Record) -> str:
    """What a row is found by: the pairs of its words, and its marks."""
    words = index_terms(f"{row.title}\n{row.text}")
    return " ".join([*sorted(words), *fulltext.marks(*row.marks.split())])
