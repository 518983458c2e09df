"""Whom or what the lot may take: an enterprise to inspect, a citizen for a hearing, an expert."""

from dataclasses import dataclass

from fazhi.draw import fields
from fazhi.ledger.canonical import Json


@dataclass(frozen=True, slots=True)
class Candidate:
    """One row of the frozen list.

    ``stratum`` is the group whose quota it is drawn under (a credit risk grade, a kind of participant).
    ``tasks`` are the inspections it may be drawn for, none meaning all. ``weight`` counts only in a weighted
    draw. ``excluded`` is the reason why it cannot be drawn (回避, already inspected), empty where it can.
    """

    id: str
    stratum: str
    weight: int = 1
    tasks: tuple[str, ...] = ()
    excluded: str = ""

    def as_dict(self) -> dict[str, Json]:
        """The row as it is hashed and published."""
        return {
            "excluded": self.excluded,
            "id": self.id,
            "stratum": self.stratum,
            "tasks": list(self.tasks),
            "weight": self.weight,
        }


def from_dict(value: Json, place: str) -> Candidate:
    """The candidate that a row of JSON gives; ``Fault`` with the row's place where it gives none."""
    row = fields.read(value, place, {"id", "stratum"}, {"weight", "tasks", "excluded"})
    return Candidate(
        row.text("id"),
        row.text("stratum"),
        row.whole("weight", 1, 1),
        row.texts("tasks"),
        row.text("excluded", ""),
    )
