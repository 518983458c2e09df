"""A duty that shows itself in figures is answered with them: the evidence is what they then were."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from fazhi.duties.actions import Answer
from fazhi.duties.evidence import File
from fazhi.duties.models import Occurrence, Step
from fazhi.fault import Fault
from fazhi.indicators import binding, listing
from fazhi.indicators.binding import Shown
from fazhi.indicators.criterion import Terms
from fazhi.indicators.files import Sheet, told
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
        data = json.dumps(_evidence(shown, at), ensure_ascii=False, indent=1).encode()
        file = File(f"指标数据-{shown[0].period.label}.txt", data)
        text = "；".join(_words(each) for each in shown)
        return Answer(
            occurrence=self.occurrence, expected=self.expected, text=text, evidence=(file,)
        ).perform(actor, at)


def _words(shown: Shown) -> str:
    """The figures in a sentence."""
    whose = shown.organ.name if shown.organ else "全区"
    figures = "，".join(f"{one.indicator.title}{one.reading.shown}" for one in shown.figures)
    return f"{whose}{shown.period.label}：{figures}"


def _evidence(shown: tuple[Shown, ...], at: datetime) -> dict[str, Any]:
    """Every figure with its definition and the digest of its rows, so that it can be worked out again."""
    today = timezone.localdate(at)
    return {
        "at": timezone.localtime(at).isoformat(),
        "figures": [
            {
                **told(Sheet(one.indicator, each.organ, each.period, today), one.reading),
                "rows_digest": listing.digest(
                    one.indicator,
                    Terms(each.period, today),
                    one.reading.option,
                    each.organ.pk if each.organ else None,
                ),
            }
            for each in shown
            for one in each.figures
        ],
    }
