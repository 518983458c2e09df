"""The hearing and its participants are announced beforehand (程序暂行条例第十六条第二款、第三款)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases.models import Case
from fazhi.chapters.decisions.hearing import names, notice, period
from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.actions.commit import check_twice
from fazhi.chapters.decisions.hearing.actions.file import Entry
from fazhi.chapters.decisions.hearing.models import Announcement, Hearing, Participant, Registration
from fazhi.chapters.decisions.hearing.standing import Standing
from fazhi.chapters.decisions.hearing.terms import ANNOUNCE, DELIVER, LIST, NOTICE, basis, said_by
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure.value import Value


@dataclass(frozen=True, kw_only=True)
class Announce:
    """Those drawn, or all accepted where no group has more than its seats, become the participants."""

    hearing: Hearing

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Announcement:
        """Give the announcement, an act of the case with notice and list as its papers."""
        row = file.demand(actor, self.hearing)
        now, today = file.current(self.hearing), timezone.localdate(at)
        _check(now, row, today)
        listed = [(one.name, one.seat.group, names.full(one)) for one in now.entitled]
        facts: dict[str, Value] = {
            "hearing": now.hearing.ground,
            "hearing_on": now.hearing.held_on,
            "selection": "open" if now.record else "not-needed",
        }
        papers = ((NOTICE, notice.notice(now.hearing)), (LIST, notice.participants(listed)))
        act = file.perform(row, actor, at, Entry(ANNOUNCE, facts, papers))
        _seat(self.hearing, now.entitled, actor, at, moved_up=False)
        return Announcement.objects.create(hearing=self.hearing, act=act, person_id=actor.identity, at=at)


@dataclass(frozen=True, kw_only=True)
class MoveUp:
    """Substitutes take the seats of those who withdrew after the announcement, in drawn order."""

    hearing: Hearing

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> int:
        """Give how many moved up; who comes next is the lot's choice, nobody else's."""
        row = file.demand(actor, self.hearing)
        now = file.current(self.hearing)
        if not now.vacancies or now.held:
            raise Fault("hearing.E053", "没有空出的名额，或者没有可以递补的备选", "请核对参加人名单")
        _check_papers(now, row, timezone.localdate(at))
        _seat(self.hearing, now.vacancies, actor, at, moved_up=True)
        return len(now.vacancies)


def _check(now: Standing, row: Case, today: date) -> None:
    fair = said_by(row, "selection")
    if hasattr(now.hearing, "announcement"):
        raise Fault("hearing.E051", "听证会和参加人已经公告", "无须再次公告")
    if today <= now.hearing.until:
        wrong = f"报名期限尚未届满（{now.hearing.until:%Y-%m-%d}截止）"
        raise Fault("hearing.E030", wrong, "请在报名截止以后办理", fair)
    if now.waiting:
        raise Fault("hearing.E031", f"还有{len(now.waiting)}人的报名没有审核", "请逐一审核后再办", fair)
    check_twice(now, fair)
    if now.record is None and (now.needs_draw or hasattr(now.hearing, "committed")):
        wrong = "接受的报名超过名额，还没有抽取参加人"
        raise Fault("hearing.E050", wrong, "请公布承诺并抽取以后再公告", fair)
    if not now.entitled:
        raise Fault("hearing.E052", "没有听证参加人", "请核对报名；确定不举行听证会的，在案件页面办理")
    _check_papers(now, row, today)


def _check_papers(now: Standing, row: Case, today: date) -> None:
    if today > period.latest(now.hearing.held_on):
        wrong = f"听证会定在{now.hearing.held_on:%Y-%m-%d}，来不及在{period.DAYS}日前送达材料"
        raise Fault("hearing.E061", wrong, "请先变更听证会的时间", basis(row, DELIVER))


def _seat(
    hearing: Hearing, rows: Iterable[Registration], actor: Actor, at: datetime, *, moved_up: bool
) -> None:
    Participant.objects.bulk_create(
        Participant(hearing=hearing, registration=one, moved_up=moved_up, person_id=actor.identity, at=at)
        for one in rows
    )
