"""The coordinator returns an answer that does not hold, with reasons and a day to rectify by (系统 0.2)."""

from dataclasses import dataclass
from datetime import date

from fazhi.duties.actions.horizon import demand_near
from fazhi.duties.actions.supervision import Supervision
from fazhi.duties.models import Occurrence, Step
from fazhi.fault import Fault


@dataclass(frozen=True, kw_only=True)
class SendBack(Supervision):
    """退回: also after confirmation, where a later check finds that the answer did not hold.

    The organ's next answer is put to confirmation again: that is the re-check (复查).
    """

    rectify_by: date | None = None

    kind = Step.Kind.RETURN
    stage = Occurrence.Stage.RETURNED
    text_needed = "退回理由"

    def check(self, today: date) -> None:
        """A return sets a day that has not passed."""
        if self.rectify_by is None:
            raise Fault("duties.E022", "没有填写整改期限", "请填写整改期限")
        if self.rectify_by < today:
            raise Fault("duties.E023", "整改期限早于今天", "请填写今天或以后的日期")
        demand_near(self.rectify_by, today)

    def rectify(self) -> date | None:
        return self.rectify_by
