"""What the packs say about statutes and what the imported texts say, as one."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from fazhi.law.statute import Edition as EditionRecord
from fazhi.law.statute import Statute as StatuteRecord
from fazhi.law.title import key
from fazhi.packs.statutes import catalogue
from fazhi.statutes.models import Edition

FIELDS = ("statute__title", "statute__enacted", "promulgated", "in_force_from", "article_count", "document")


def find(name: str) -> StatuteRecord:
    """The statute that goes by a name, with every edition that pack or library knows.

    Raises ``Fault`` citation.E002 where neither knows it.
    """
    registered = catalogue().get(name)
    held = _held([key(registered.title if registered else name)])
    if registered and held:
        return registered.merged(held[0])
    return held[0] if held else catalogue().find(name)


def records(keys: Iterable[str]) -> dict[str, StatuteRecord]:
    """Statutes of the library by key, completed by the packs; one query, however many."""
    registered = {key(statute.title): statute for statute in catalogue()}
    held = {key(statute.title): statute for statute in _held(keys)}
    return {name: registered[name].merged(s) if name in registered else s for name, s in held.items()}


def _held(keys: Iterable[str]) -> list[StatuteRecord]:
    rows = Edition.objects.filter(statute__key__in=keys).order_by("statute").values_list(*FIELDS)
    grouped = groupby(rows, key=lambda row: row[:2])
    return [StatuteRecord(title, (), _editions(each), enacted) for (title, enacted), each in grouped]


def _editions(rows: Iterable[tuple[Any, ...]]) -> tuple[EditionRecord, ...]:
    return tuple(
        EditionRecord(day.isoformat(), day, effective, None, articles, document)
        for _, _, day, effective, articles, document in rows
    )
