"""How many officers go together; where the law asks for two (行政处罚法第四十二条) the caller says two."""

from dataclasses import dataclass

from fazhi.draw import fields
from fazhi.ledger.canonical import Json


@dataclass(frozen=True, slots=True)
class Team:
    """``size`` officers, with ``substitutes`` in order, for each object drawn for a task."""

    task: str
    size: int
    substitutes: int = 0

    def as_dict(self) -> dict[str, Json]:
        """The team as it is published."""
        return {"size": self.size, "substitutes": self.substitutes, "task": self.task}


def from_dict(value: Json, place: str) -> Team:
    """The team that JSON gives."""
    row = fields.read(value, place, {"size"}, {"task", "substitutes"})
    return Team(row.text("task", ""), row.whole("size", 1), row.whole("substitutes", 0, 0))
