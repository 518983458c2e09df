"""The hearing enters the case, once everybody who was present confirmed its record."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.cases.models import Act
from fazhi.chapters.decisions.hearing import notice
from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.actions.file import Entry
from fazhi.chapters.decisions.hearing.models import Hearing
from fazhi.chapters.decisions.hearing.standing import Standing
from fazhi.chapters.decisions.hearing.terms import HOLD, MINUTES, basis
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Hold:
    """The act of the case on the day of the hearing, with the signed record as its paper."""

    hearing: Hearing

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Act:
        """Give the act; the procedure says whether papers and signatures suffice."""
        row = file.demand(actor, self.hearing)
        now = file.current(self.hearing)
        _check(now, basis(row, HOLD))
        entry = Entry(HOLD, {"record_signed": True}, ((MINUTES, notice.record(now)),), now.hearing.held_on)
        return file.perform(row, actor, at, entry)


def _check(now: Standing, article: str) -> None:
    if not hasattr(now.hearing, "announcement"):
        raise Fault("hearing.E070", "听证会和参加人还没有公告", "请先公告并送达材料", article)
    if waiting := [str(one.row) for one in now.sitting if one.present is None]:
        raise Fault(
            "hearing.E071", f"{'、'.join(waiting)}号参加人没有登记是否到会", "请登记到会情况", article
        )
    if not any(one.present for one in now.sitting):
        raise Fault("hearing.E071", "没有参加人到会", "请变更听证会的时间，另行举行", article)
    if now.minutes is None:
        raise Fault("hearing.E072", "还没有听证会记录", "请填写记录，由参加人确认并签字", article)
    if now.unsigned:
        numbers = "、".join(str(one.row) for one in now.unsigned)
        remedy = (
            "请由参加人确认；对记录有异议的，修改记录后重新确认。拒不签字怎么办，条例没有写明，请决策机关确定"
        )
        raise Fault("hearing.E073", f"{numbers}号参加人没有确认记录并签字", remedy, article)
