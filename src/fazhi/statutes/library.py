"""What the packs say about statutes and what the imported texts say, as one."""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Count, Max

from fazhi.law.statute import Edition as EditionRecord
from fazhi.law.statute import Statute
from fazhi.law.title import key
from fazhi.packs.statutes import catalogue
from fazhi.statutes.models import Edition

FIELDS = ("statute__title", "statute__enacted", "promulgated", "in_force_from", "article_count", "document")
Rows = Iterable[tuple[Any, ...]]
Stamp = tuple[int, int | None, datetime | None]
"""Tells one state of the library from every other."""


def stamp() -> Stamp:
    """The state of the library: an edition imported, replaced or removed makes it another."""
    found = Edition.objects.aggregate(n=Count("pk"), last=Max("pk"), at=Max("imported_at"))
    return found["n"], found["last"], found["at"]


def _plain(*keys: str) -> Rows:
    return Edition.objects.filter(statute__key__in=keys).order_by("statute_id").values_list(*FIELDS)


def find(name: str, query: Callable[[str], Rows] = _plain) -> Statute:
    """The statute that goes by a name, with every edition that packs or library know.

    ``query`` reads the ``FIELDS`` of a key's editions, and may fetch more on the way. Raises ``Fault``
    citation.E002 where neither knows the name.
    """
    registered = catalogue().get(name)
    title = key(registered.title if registered else name)
    held = _statutes(query(title))
    if registered and held:
        return registered.merged(held[0])
    return held[0] if held else registered or catalogue().find(name)


def records(keys: Iterable[str]) -> dict[str, Statute]:
    """Statutes of the library by key, completed by the packs; one query, however many."""
    held = _statutes(_plain(*keys))
    registered = {key(statute.title): statute for statute in catalogue()}
    titled = ((key(statute.title), statute) for statute in held)
    return {name: registered[name].merged(s) if name in registered else s for name, s in titled}


def _statutes(rows: Rows) -> list[Statute]:
    grouped = groupby(rows, key=lambda row: row[:2])
    return [Statute(title, (), _editions(each), enacted) for (title, enacted), each in grouped]


def _editions(rows: Rows) -> tuple[EditionRecord, ...]:
    """One record for each edition, though it comes once for every article fetched with it."""
    return tuple(
        EditionRecord(day.isoformat(), day, effective, None, articles, document)
        for _, _, day, effective, articles, document in dict.fromkeys(rows)
    )
