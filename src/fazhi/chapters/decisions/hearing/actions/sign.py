"""Participants confirm the record, or say what is wrong with it (程序暂行条例第十七条第三项)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.models import Hearing, Minutes, Participant, Registration, Signature
from fazhi.chapters.decisions.hearing.standing import Standing
from fazhi.chapters.decisions.hearing.terms import HOLD, basis
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Sign:
    """At the desk: some participants signed the record on paper."""

    hearing: Hearing
    numbers: Sequence[int]

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> int:
        """Give how many signed."""
        file.demand(actor, self.hearing)
        now, rows = file.current(self.hearing), file.participants(self.hearing, self.numbers)
        minutes = _check(now, rows)
        Signature.objects.bulk_create(
            Signature(
                participant=one,
                minutes=minutes,
                agreed=True,
                way=Signature.Way.PAPER,
                person_id=actor.identity,
                at=at,
            )
            for one in rows
        )
        return len(rows)


@dataclass(frozen=True, kw_only=True)
class Confirm:
    """On the portal, by number and code that the caller has checked; an ``objection`` is no confirmation."""

    registration: Registration
    minutes: int
    objection: str = ""

    @transaction.atomic
    def perform(self, at: datetime) -> Signature:
        """Give the signature under the version that was read."""
        hearing = self.registration.hearing
        file.locked(hearing.case_id)
        now = file.current(hearing)
        (row,) = file.participants(hearing, (self.registration.number,))
        if now.minutes and now.minutes.number != self.minutes:
            raise Fault("hearing.E409", "听证会记录已经修改", "请重新阅读最新的记录再确认")
        minutes = _check(now, [row])
        objection = self.objection.strip()
        if objection:
            file.words(objection, "对记录的异议", 5_000, "hearing.E003")
        return Signature.objects.create(
            participant=row,
            minutes=minutes,
            agreed=not objection,
            way=Signature.Way.ONLINE,
            objection=objection,
            at=at,
        )


def _check(now: Standing, rows: Iterable[Participant]) -> Minutes:
    if now.minutes is None or now.held:
        raise Fault("hearing.E072", "还没有听证会记录，或者听证会已经办结", "请在有记录以后、办结以前确认")
    seats = {one.row.pk: one for one in now.sitting}
    for row in rows:
        if not seats[row.pk].present:
            wrong = f"{row}号参加人没有登记到会，不能确认记录"
            raise Fault("hearing.E071", wrong, "请先登记到会", basis(now.hearing.case, HOLD))
        if seats[row.pk].signed:
            raise Fault("hearing.E075", f"{row}号参加人已经确认记录", "无须再次确认")
    return now.minutes
