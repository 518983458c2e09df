"""Where the acts of an edition stand when it is drawn: after everything that must come before them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from fazhi.procedure.act import Act
from fazhi.procedure.condition import All, Condition, Done, Open
from fazhi.procedure.edition import Edition


@dataclass(frozen=True)
class Layout:
    """Columns by order (0 for what opens a case), rows within a column by the edition's own order."""

    edition: Edition

    @cached_property
    def before(self) -> dict[str, tuple[str, ...]]:
        """For each act those that its gates demand in any case."""
        return {act.id: tuple(dict.fromkeys(_demanded(act))) for act in self.edition.acts}

    @cached_property
    def column(self) -> dict[str, int]:
        """For each act the length of the longest chain that leads to it."""
        found: dict[str, int] = {}
        for act in self.edition.acts:
            self._depth(act.id, found, ())
        return found

    @cached_property
    def place(self) -> dict[str, tuple[int, int]]:
        """Column and row of each act."""
        taken: dict[int, int] = {}
        places: dict[str, tuple[int, int]] = {}
        for act in self.edition.acts:
            column = self.column[act.id]
            places[act.id] = column, taken.get(column, 0)
            taken[column] = taken.get(column, 0) + 1
        return places

    @property
    def size(self) -> tuple[int, int]:
        """How many columns and rows there are."""
        columns, rows = zip(*self.place.values(), strict=True)
        return max(columns) + 1, max(rows) + 1

    def _depth(self, act: str, found: dict[str, int], path: tuple[str, ...]) -> int:
        if act not in found and act not in path:
            depths = [self._depth(other, found, (*path, act)) for other in self.before[act]]
            found[act] = 1 + max(depths) if depths else 0 if self.edition.act[act].starts else 1
        return found.get(act, 0)


def _demanded(act: Act) -> Iterator[str]:
    for gate in act.requires:
        if gate.when is None:
            yield from (name for name in _done(gate.that) if name != act.id)


def _done(condition: Condition) -> Iterator[str]:
    match condition:
        case Done(act) | Open(act, _):
            yield act
        case All(parts):
            for part in parts:
                yield from _done(part)
        case _:
            return
