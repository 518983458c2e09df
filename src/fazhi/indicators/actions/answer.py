"""Duties that show themselves answer themselves on the day they fall due; a person confirms (0.1, 0.2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from fazhi.duties.actions import Answer
from fazhi.duties.models import Occurrence
from fazhi.duties.register import in_force
from fazhi.fault import Fault
from fazhi.indicators import binding, engine, evidence
from fazhi.indicators.binding import Shown
from fazhi.office.actor import platform

MEANWHILE = ("duties.E011", "duties.E012", "duties.E409")
"""What an answer is refused with where a person was quicker."""


@dataclass(frozen=True)
class Due:
    """An occurrence that nobody has answered, and its figures."""

    occurrence: Occurrence
    shown: tuple[Shown, ...]

    @property
    def itself(self) -> bool:
        """Whether the figures answer; where not, the organ has to."""
        return binding.shows_itself(self.shown)


def due(today: date) -> Iterator[Due]:
    """What falls due or is overdue, is unanswered, and is bound to figures that can show it done."""
    rows = in_force().filter(stage=Occurrence.Stage.OPEN, due_on__lte=today)
    bound = rows.filter(duty__measure__number__in=binding.computable())
    for row in bound.select_related("duty__measure__outline", "organ").order_by("due_on", "pk"):
        shown = binding.of(row, today)
        if any(one.binding.computable for one in shown):
            yield Due(row, shown)


@dataclass(frozen=True, kw_only=True)
class AnswerDue:
    """到期自动报送: what was returned once is the organ's to answer again."""

    def perform(self, at: datetime) -> int:
        """How many were answered; none while there are cases that no figure knows of yet."""
        if engine.missing():
            return 0
        return sum(_answered(one, at) for one in due(timezone.localdate(at)) if one.itself)


def _answered(one: Due, at: datetime) -> bool:
    """Whether it was still open: somebody may have answered meanwhile, and then nothing is added."""
    row = one.occurrence
    text = evidence.sentence(one.shown, "系统按指标数据自动报送。")
    answer = Answer(
        occurrence=row, expected=row.steps.count(), text=text, evidence=(evidence.file(one.shown, at),)
    )
    try:
        answer.perform(platform(row.organ_id), at)
    except Fault as fault:
        if fault.code not in MEANWHILE:
            raise
        return False
    return True
