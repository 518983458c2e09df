"""What must never be, in any history that the edition allows."""

from dataclasses import dataclass

from fazhi.law.rule import Basis
from fazhi.procedure.condition import Condition


@dataclass(frozen=True)
class Invariant:
    """A sentence of law as a condition that no reachable state may meet."""

    title: str
    never: Condition
    basis: Basis
