"""Putting comments together that make the same point: the machine proposes, a person confirms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.consultation.actions import record
from fazhi.chapters.decisions.consultation.actions.moderate import chosen
from fazhi.chapters.decisions.consultation.models import Consultation, Group, Joining
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Put:
    """Comments under one point; one that is answered already stays where it was answered."""

    consultation: Consultation
    numbers: Sequence[int]
    title: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Group:
        """Give the group."""
        record.demand(actor, self.consultation)
        rows = chosen(self.consultation, self.numbers)
        title = record.words(self.title, "归纳的意见", 200, "consultation.E022")
        if any(hasattr(row, "disposition") for row in rows):
            raise Fault("consultation.E023", "所选意见有的已经处理", "请只选择还没有处理的意见")
        group = Group.objects.create(
            consultation=self.consultation, title=title, person_id=actor.identity, at=at
        )
        Joining.objects.bulk_create(Joining(comment=row, group=group) for row in rows)
        return group
