"""How two editions differ, part by part, as whoever answers for the change has to read it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fazhi.procedure.canonical import data
from fazhi.procedure.edition import Edition

NAMED = ("roles", "facts", "acts", "clocks", "outcomes", "tables", "subs")
UNNAMED = ("title", "basis", "since", "until", "transition", "tags", "measure")


@dataclass(frozen=True)
class Change:
    """One place where two editions say different things; a side that says nothing is ``None``."""

    path: str
    before: object
    after: object

    def __str__(self) -> str:
        if self.before is None:
            return f"+ {self.path}：{self.after}"
        return (
            f"- {self.path}：{self.before}"
            if self.after is None
            else f"~ {self.path}：{self.before} → {self.after}"
        )


def difference(before: Edition, after: Edition) -> tuple[Change, ...]:
    """Every change from one edition to another; parts are matched by id, invariants by title."""
    return tuple(_changes("", _plain(before), _plain(after)))


def _plain(edition: Edition) -> dict[str, object]:
    parts: dict[str, object] = {
        name: {part.id: data(part) for part in getattr(edition, name)} for name in NAMED
    }
    parts["invariants"] = {invariant.title: data(invariant) for invariant in edition.invariants}
    return parts | {name: data(getattr(edition, name)) for name in UNNAMED}


def _changes(path: str, before: object, after: object) -> Iterator[Change]:
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for name in (*before, *(name for name in after if name not in before)):
            place = f"{path}.{name}" if path else str(name)
            yield from _changes(place, before.get(name), after.get(name))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for n, (one, other) in enumerate(zip(before, after, strict=True), 1):
            yield from _changes(f"{path}[{n}]", one, other)
    else:
        yield Change(path, before, after)
