"""A procedure inside another: a case of its own, whose end the outer case waits for (听证)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fazhi.law.rule import Basis


@dataclass(frozen=True)
class Sub:
    """What an act opens; its end enters the outer case as an act and a fact, both of the id ``id``.

    ``outcomes`` are the ends of the inner procedure with their Chinese names. ``same`` maps outer roles to
    inner ones: who acted in the one counts as having acted in the other, so that nobody who investigated
    presides over the hearing.
    """

    id: str
    title: str
    procedure: str
    opened_by: str
    outcomes: Mapping[str, str]
    basis: Basis
    same: Mapping[str, str] = field(default_factory=dict)
