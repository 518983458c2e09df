"""A duty that shows itself in figures is answered with them: the evidence is what they then were."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from fazhi.duties.actions import Answer
from fazhi.duties.models import Occurrence, Step
from fazhi.fault import Fault
from fazhi.indicators import binding, evidence
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Report:
    """以指标报送: the organ's own person answers, and another one confirms, as for any other evidence."""

    occurrence: Occurrence
    expected: int

    def perform(self, actor: Actor, at: datetime) -> Step:
        """The recorded answer; a ``Fault`` where no figure is bound to the duty, or none has a value."""
        today = timezone.localdate(at)
        shown = binding.of(self.occurrence, today)
        if not shown:
            raise Fault("indicators.E015", "这项任务没有对应的指标", "请上传佐证材料报送")
        if not any(each.valued for each in shown):
            wrong = "对应的指标都没有可计的数值，不能说明任务已完成"
            raise Fault("indicators.E016", wrong, "请上传佐证材料报送")
        return Answer(
            occurrence=self.occurrence,
            expected=self.expected,
            text=evidence.sentence(shown),
            evidence=(evidence.file(shown, at),),
        ).perform(actor, at)
