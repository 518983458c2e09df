"""Who may be sent: the second of the two lots takes officers, and never one who must withdraw."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fazhi.draw import fields
from fazhi.draw.fields import Fields
from fazhi.fault import Fault
from fazhi.ledger.canonical import Json


@dataclass(frozen=True, slots=True)
class Officer:
    """One row of the list of officers.

    ``tasks`` are those the officer is qualified for, none meaning all. ``excluded`` is why the officer cannot
    be sent at all (leave), ``recused`` why not to one object (行政处罚法第四十三条), by the object's id.
    """

    id: str
    tasks: tuple[str, ...] = ()
    excluded: str = ""
    recused: Mapping[str, str] = field(default_factory=dict)

    def serves(self, task: str) -> bool:
        """Whether the officer can be sent for a task to anybody at all."""
        return not self.excluded and (not self.tasks or task in self.tasks)

    def as_dict(self) -> dict[str, Json]:
        """The row as it is hashed and published."""
        recused = [{"object": o, "reason": self.recused[o]} for o in sorted(self.recused)]
        return {"excluded": self.excluded, "id": self.id, "recused": recused, "tasks": list(self.tasks)}


def from_dict(value: Json, place: str) -> Officer:
    """The officer that a row of JSON gives; ``Fault`` with the row's place where it gives none."""
    row = fields.read(value, place, {"id"}, {"tasks", "excluded", "recused"})
    return Officer(row.text("id"), row.texts("tasks"), row.text("excluded", ""), _recused(row))


def _recused(row: Fields) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, place in row.rows("recused", "回避"):
        each = fields.read(value, f"{row.place}的{place}", {"object", "reason"})
        if each.text("object") in found:
            raise Fault("draw.E005", f"{row.place}对同一对象有两条回避", "请合并为一条")
        found[each.text("object")] = each.text("reason")
    return found
