"""How a case may end."""

from dataclasses import dataclass

from fazhi.law.rule import Basis


@dataclass(frozen=True)
class Outcome:
    """One lawful end of a case."""

    id: str
    title: str
    basis: Basis
