"""How many are drawn from which group: the ratio published for each risk grade, met exactly."""

from dataclasses import dataclass

from fazhi.draw import fields
from fazhi.draw.candidate import Candidate
from fazhi.draw.fields import Fields
from fazhi.fault import Fault
from fazhi.ledger.canonical import Json

ROUNDINGS = ("up", "down")


@dataclass(frozen=True, slots=True)
class Quota:
    """``number`` drawn and ``substitutes`` held ready in order, out of a stratum, for a task."""

    task: str
    stratum: str
    number: int
    substitutes: int = 0

    def covers(self, candidate: Candidate) -> bool:
        """Whether a candidate is drawn under this quota, were it not excluded."""
        return self.stratum == candidate.stratum and (not candidate.tasks or self.task in candidate.tasks)

    def as_dict(self) -> dict[str, Json]:
        """The quota as it is published."""
        return {
            "number": self.number,
            "stratum": self.stratum,
            "substitutes": self.substitutes,
            "task": self.task,
        }


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share of a group as ``part`` of ``whole``; the rule that set it says which way to round.

    >>> Ratio(3, 100, "up").of(101), Ratio(5, 100, "down").of(39)
    (4, 1)
    """

    part: int
    whole: int
    rounding: str

    def of(self, size: int) -> int:
        """The number that the ratio asks of a group: no fewer where rounded up, no more where down."""
        exact = self.part * size
        return -(-exact // self.whole) if self.rounding == "up" else exact // self.whole


def from_dict(value: Json, place: str) -> tuple[Quota, Ratio | None]:
    """The quota that JSON gives, and the ratio that is still to set its number where it gives one."""
    row = fields.read(value, place, {"stratum"}, {"task", "number", "ratio", "substitutes"})
    if ("number" in row.value) == ("ratio" in row.value):
        raise Fault("draw.E006", f"{place}应有 number 或 ratio 之一", "请写明数量，或写明比例和取整方向")
    ratio = _ratio(row) if "ratio" in row.value else None
    number = 0 if ratio else row.whole("number", 0)
    return Quota(row.text("task", ""), row.text("stratum"), number, row.whole("substitutes", 0, 0)), ratio


def _ratio(row: Fields) -> Ratio:
    each = fields.read(row.value["ratio"], f"{row.place}的 ratio ", {"part", "whole", "round"})
    ratio = Ratio(each.whole("part", 0), each.whole("whole", 1), each.text("round"))
    if ratio.part > ratio.whole or ratio.rounding not in ROUNDINGS:
        wrong = f"{row.place}的比例大于一，或取整方向不是 up、down"
        raise Fault("draw.E006", wrong, "请按规定该比例的文件填写：不少于用 up，不超过用 down")
    return ratio
