"""Freezing the list for the draw: nobody can change it unseen any more, and nobody knows the outcome yet."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import vault
from fazhi.chapters.decisions.hearing import lots
from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.models import Commitment, Hearing
from fazhi.chapters.decisions.hearing.standing import Standing
from fazhi.chapters.decisions.hearing.terms import said_by
from fazhi.draw import plan as plans
from fazhi.draw import share as shares
from fazhi.draw import statement
from fazhi.draw.beacon import Beacon
from fazhi.draw.plan import Plan
from fazhi.fault import Fault
from fazhi.ledger.canonical import Json
from fazhi.office.actor import Actor

SOURCE = 200


@dataclass(frozen=True, kw_only=True)
class Commit:
    """The draw is promised: list, seats, and the public value (source and day) that will decide it.

    ``source`` says where everybody reads the value, and in which form; ``day`` lies after today.
    """

    hearing: Hearing
    source: str
    day: date

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Commitment:
        """Give what is published."""
        row = file.demand(actor, self.hearing)
        now, today = file.current(self.hearing), timezone.localdate(at)
        fair = said_by(row, "selection")
        _check_time(now, today, fair)
        _check_list(now, fair)
        if self.day <= today:
            wrong = f"公开值的日期{self.day:%Y-%m-%d}不在今天以后，承诺公布时结果已经可以算出"
            raise Fault("hearing.E034", wrong, "请指定今天以后的日期", fair)
        if self.day >= now.hearing.held_on:
            wrong = f"公开值的日期{self.day:%Y-%m-%d}不在听证会之前"
            raise Fault("hearing.E034", wrong, "请指定听证会以前的日期，或者先变更听证会的时间", fair)
        source = file.words(self.source, "公开值的来源", SOURCE, "hearing.E034")
        plan = self._plan(now, Beacon(" ".join(source.split()), self.day.isoformat()), today)
        stated = statement.of(plan)
        return Commitment.objects.create(
            hearing=self.hearing,
            plan=json.dumps(_written(plan), ensure_ascii=False),
            line=statement.commitment(stated, plan.algorithm),
            source=source,
            day=self.day,
            on=today,
            person_id=actor.identity,
            at=at,
        )

    def _plan(self, now: Standing, beacon: Beacon, today: date) -> Plan:
        share = shares.from_dict(json.loads(vault.enclosed(now.hearing)), "秘密")
        promise = shares.Commitment(share.party, now.hearing.promise)
        terms = lots.Terms(now.hearing.draw_number, today.isoformat(), promise, beacon)
        plan = lots.plan(terms, now.entrants, now.hearing.places())
        return plans.from_dict(_written(plan))  # what cannot be read again could never be drawn


def _check_time(now: Standing, today: date, fair: str) -> None:
    if hasattr(now.hearing, "committed"):
        raise Fault(
            "hearing.E033", "抽取承诺已经公布，名单、名额和公开值不再改变", "请按公布的承诺抽取", fair
        )
    if hasattr(now.hearing, "announcement"):
        raise Fault("hearing.E051", "听证会和参加人已经公告", "无须再次公告")
    if today <= now.hearing.until:
        wrong = f"报名期限尚未届满（{now.hearing.until:%Y-%m-%d}截止）"
        raise Fault("hearing.E030", wrong, "请在报名截止以后固定名单", fair)


def _check_list(now: Standing, fair: str) -> None:
    if now.waiting:
        numbers = "、".join(line.row.name for line in now.waiting[:5])
        raise Fault(
            "hearing.E031", f"还有{len(now.waiting)}人的报名没有审核（{numbers}）", "请逐一审核后再办", fair
        )
    if not now.needs_draw:
        raise Fault("hearing.E032", "各类接受的报名都没有超过名额，不需要抽取", "请直接公告听证会和参加人")
    check_twice(now, fair)


def check_twice(now: Standing, fair: str) -> None:
    """Nobody stands on the list twice."""
    seen: dict[str, str] = {}
    for line in now.lines:
        if line.excluded:
            continue
        if (earlier := seen.setdefault(line.row.likeness, line.row.name)) != line.row.name:
            wrong = f"{earlier}号和{line.row.name}号报名的姓名、联系方式相同"
            raise Fault("hearing.E035", wrong, "同一人只能有一次机会，请不接受重复的一次并说明", fair)


def _written(plan: Plan) -> dict[str, Json]:
    """The plan as ``fazhi draw`` reads it."""
    assert plan.beacon
    return {
        "beacon": plan.beacon.as_dict(),
        "candidates": [one.as_dict() for one in plan.candidates],
        "date": plan.date,
        "draw": plan.draw,
        "quotas": [one.as_dict() for one in plan.quotas],
        "shares": [one.as_dict() for one in plan.commitments],
    }
