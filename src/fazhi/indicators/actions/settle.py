"""Say how to count where law and outline leave it open: a person decides, on a ground that is recorded."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.indicators import definitions
from fazhi.indicators.models import Ruling
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.packs.indicator_entry import ChoiceEntry

LONGEST = 300


@dataclass(frozen=True, kw_only=True)
class Settle:
    """One of the answers that the pack offers; what was frozen before keeps the way it was counted."""

    code: str
    option: str
    ground: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Ruling:
        """The recorded answer; a later one takes its place for figures worked out then."""
        actor.demand(Right.SUPERVISE)
        choice = self._choice(at)
        if not self.ground.strip() or len(self.ground) > LONGEST or "\0" in self.ground:
            wrong = f"没有写明由谁、依据什么确定，或者超过 {LONGEST} 字"
            raise Fault("indicators.E011", wrong, f"请写明{choice.who}的意见或者文号")
        return Ruling.objects.create(
            code=self.code,
            asks=choice.asks,
            option=self.option,
            ground=self.ground.strip(),
            person_id=actor.identity,
            at=at,
        )

    def _choice(self, at: datetime) -> ChoiceEntry:
        indicator = definitions.one(self.code, timezone.localdate(at))
        if indicator.choice is None or self.option not in indicator.choice.options:
            known = "、".join(indicator.choice.options) if indicator.choice else "（没有待定的口径）"
            raise Fault("indicators.E010", f"没有口径“{self.option[:60]}”", f"可选：{known}")
        return indicator.choice
