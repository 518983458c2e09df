"""The record of a hearing, in as many versions as participants ask for (程序暂行条例第十七条)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.hearing.actions import file
from fazhi.chapters.decisions.hearing.models import Hearing, Minutes
from fazhi.chapters.decisions.hearing.terms import HOLD, basis
from fazhi.fault import Fault
from fazhi.office.actor import Actor

TEXT = 60_000


@dataclass(frozen=True, kw_only=True)
class Write:
    """What the drafting unit introduced, and what the participants stated, asked, contested and argued."""

    hearing: Hearing
    introduced: str
    debated: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Minutes:
        """Give the version; signatures under an earlier one do not count for it."""
        row = file.demand(actor, self.hearing)
        now = file.current(self.hearing)
        if at < now.hearing.held_at or now.held:
            wrong = "听证会还没有开始，或者已经办结"
            raise Fault("hearing.E074", wrong, "请在听证会以后填写记录", basis(row, HOLD))
        return Minutes.objects.create(
            hearing=self.hearing,
            number=now.minutes.number + 1 if now.minutes else 1,
            introduced=file.words(self.introduced, "承办单位的介绍", TEXT, "hearing.E003"),
            debated=file.words(self.debated, "参加人的陈述、询问、质证和辩论", TEXT, "hearing.E003"),
            person_id=actor.identity,
            at=at,
        )
