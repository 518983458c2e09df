"""What changed from one pack to another, element by element and value by value."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fazhi.packs.content import Content


class Change(StrEnum):
    """What became of an element."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Value:
    """A value that differs, with its path in the element; ``None`` where it is not there."""

    path: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Difference:
    """An element that differs; for a changed one the values that do."""

    change: Change
    kind: str
    name: str
    values: tuple[Value, ...] = ()


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """The elements that differ, by kind and name."""
    keys = sorted({*before.elements, *after.elements})
    return tuple(one for key in keys if (one := _difference(key, before, after)))


def _difference(key: tuple[str, str], before: Content, after: Content) -> Difference | None:
    if key not in before.elements:
        return Difference(Change.ADDED, *key)
    if key not in after.elements:
        return Difference(Change.REMOVED, *key)
    values = tuple(_values(before.elements[key], after.elements[key], ""))
    return Difference(Change.CHANGED, *key, values) if values else None


def _values(before: Any, after: Any, path: str) -> Iterator[Value]:
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            yield from _values(before.get(name), after.get(name), f"{path}.{name}".lstrip("."))
    elif isinstance(before, list) and isinstance(after, list):
        for n in range(max(len(before), len(after))):
            pair = (before[n] if n < len(before) else None, after[n] if n < len(after) else None)
            yield from _values(*pair, f"{path}.{n}".lstrip("."))
    elif before != after:
        yield Value(path, before, after)
