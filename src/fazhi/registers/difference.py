"""What changed from one edition of a list to another, entry by entry (4.1 dynamic adjustment)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from fazhi.packs.register_entry import RegisterEntry
from fazhi.registers.files.table import DAYS


class Item(Protocol):
    """An entry as a comparison reads it."""

    @property
    def key(self) -> str: ...

    @property
    def cells(self) -> Mapping[str, Any]: ...

    @property
    def since(self) -> date | None: ...

    @property
    def until(self) -> date | None: ...


class Change(StrEnum):
    """What became of an entry."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Cell:
    """One cell that differs, by its head; empty text where there was or is nothing."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """An entry that differs, with the cells that do; all of its cells where it came or went."""

    change: Change
    key: str
    cells: tuple[Cell, ...]

    def as_dict(self) -> dict[str, object]:
        cells = [vars(cell) for cell in self.cells]
        return {"change": self.change.value, "key": self.key, "cells": cells}


def plain(kind: RegisterEntry, item: Item) -> dict[str, str]:
    """An entry as text by head: what two editions are compared by, and what files show."""
    days = {head: str(getattr(item, name) or "") for name, head in DAYS.items()}
    return {column.title: str(item.cells.get(column.id, "")) for column in kind.columns} | days


def differences(
    old_kind: RegisterEntry, old: Iterable[Item], kind: RegisterEntry, new: Iterable[Item]
) -> tuple[Difference, ...]:
    """The entries that differ, in the new list's order, then those it no longer has.

    Heads are compared, so a column that one schema has and the other has not differs only where it is filled.
    """
    before = {item.key: plain(old_kind, item) for item in old}
    after = {item.key: plain(kind, item) for item in new}
    order = [*after, *(key for key in before if key not in after)]
    found = (_difference(key, before.get(key), after.get(key)) for key in order)
    return tuple(one for one in found if one)


def _difference(
    key: str, before: Mapping[str, str] | None, after: Mapping[str, str] | None
) -> Difference | None:
    cells = tuple(changed(before or {}, after or {}))
    if before is None or after is None:
        return Difference(Change.ADDED if before is None else Change.REMOVED, key, cells)
    return Difference(Change.CHANGED, key, cells) if cells else None


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Cell]:
    """The cells that differ.

    >>> [c.column for c in changed({"名称": "甲", "备注": ""}, {"名称": "乙"})]
    ['名称']
    """
    for head in dict.fromkeys((*before, *after)):
        if (old := before.get(head, "")) != (new := after.get(head, "")):
            yield Cell(head, old, new)
