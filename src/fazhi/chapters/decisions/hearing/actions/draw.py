"""The draw itself: the share is opened, the public value comes in, and there is one result for everybody."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import signing, vault
from fazhi.cases.models import Checkpoint
from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.models import Commitment, Drawing, Hearing
from fazhi.chapters.decisions.hearing.terms import said_by
from fazhi.draw import plan as plans
from fazhi.draw import record as records
from fazhi.draw import share as shares
from fazhi.draw.plan import Plan
from fazhi.fault import Fault
from fazhi.ledger import checkpoint
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Draw:
    """Draw as promised; ``value`` is what the named source published on the named day.

    Where the source is this installation's own ledger, its checkpoint of the day gives the value.
    """

    hearing: Hearing
    value: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Drawing:
        """Give the draw; on another list than the promised one there is none."""
        row = file.demand(actor, self.hearing)
        fair = said_by(row, "selection")
        promised = Commitment.objects.filter(hearing=self.hearing).first()
        if promised is None:
            wrong = "没有公布抽取承诺，不能抽取"
            raise Fault("hearing.E040", wrong, "请在报名截止以后固定名单，公布承诺", fair)
        if Drawing.objects.filter(hearing=self.hearing).exists():
            raise Fault("hearing.E041", "参加人已经抽取，不能再抽", "请按抽取结果公告", fair)
        if timezone.localdate(at) < promised.day:
            wrong = f"事先指定的公开值要到{promised.day:%Y-%m-%d}才有，不能提前抽取"
            raise Fault("hearing.E042", wrong, "请在这一日以后抽取", fair)
        plan = plans.from_dict(json.loads(promised.plan))
        share = shares.from_dict(json.loads(vault.enclosed(self.hearing)), "秘密")
        value = _ledger(promised, plan) or " ".join(self.value.split())
        record = records.draw(plan, [share], value)
        if record.commitment != promised.line:
            raise Fault("hearing.E043", "名单与公布的承诺不符", "名单在公布承诺后被改动过，请申请核查", fair)
        return Drawing.objects.create(
            hearing=self.hearing,
            record=json.dumps(record.as_dict(), ensure_ascii=False, sort_keys=True),
            value=value,
            person_id=actor.identity,
            at=at,
        )


def _ledger(promised: Commitment, plan: Plan) -> str:
    """The value of this installation's own checkpoint where that was named, else nothing."""
    assert plan.beacon
    ring = signing.ring()
    if plan.beacon.source not in {one.verifier.name for one in ring.periods}:
        return ""
    found = Checkpoint.objects.filter(day=promised.day).first()
    if found is None:
        wrong = f"{promised.day:%Y-%m-%d}的存证点还没有公布"
        raise Fault("hearing.E042", wrong, "存证点公布以后再抽取")
    return plan.beacon.value(checkpoint.read(found.note).verify(ring))
