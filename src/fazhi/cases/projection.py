"""What other apps derive from a case's acts: brought up to date with the case, in its transaction."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from fazhi.cases.models import Case
from fazhi.procedure import case as procedure

Pair = tuple[Case, procedure.Case]
"""A case's row and its fold."""


class Projection(Protocol):
    """One kind of derived rows; they can always be made anew from the acts."""

    @property
    def name(self) -> str:
        """What an operator reads where it disagrees with the acts."""

    def bring(self, pairs: Sequence[Pair]) -> None:
        """Bring what is stored of some cases to what their acts say."""

    def agrees(self, row: Case, held: procedure.Case) -> bool:
        """Whether what is stored of a case is what its acts say."""


_PROJECTIONS: dict[str, Projection] = {}


def register(projection: Projection) -> None:
    """Keep a projection up to date from now on."""
    _PROJECTIONS[projection.name] = projection


def bring(pairs: Sequence[Pair]) -> None:
    """Bring every projection of some cases up to date."""
    for projection in _PROJECTIONS.values():
        projection.bring(pairs)


def disagreeing(row: Case, held: procedure.Case) -> Iterator[str]:
    """The names of the projections that say something else than the acts."""
    return (one.name for one in _PROJECTIONS.values() if not one.agrees(row, held))
