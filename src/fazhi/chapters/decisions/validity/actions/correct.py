"""Correct what is registered of a document: a new record with a reason, the former one stays (更正)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.chapters.decisions.validity.actions import record
from fazhi.chapters.decisions.validity.actions.enter import checked, organ, taken
from fazhi.chapters.decisions.validity.actions.record import Entry
from fazhi.chapters.decisions.validity.models import Document, Record
from fazhi.chapters.decisions.validity.particulars import END, Known
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.resolution import Directory
from fazhi.office.right import Right
from fazhi.registers.cell import Raw


@dataclass(frozen=True, kw_only=True)
class Correct:
    """All particulars as they should read; how a document ended is no particular and is recorded as such."""

    document: Document
    cells: Mapping[str, Raw]
    reason: str
    expected: int
    """How many records the person had seen."""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Record:
        """Give the record; whoever moves a document to another office must have the right over both."""
        row = record.locked(self.document.pk)
        actor.demand(Right.KEEP_REGISTER, row.organ_id)
        demand_unchanged(row, self.expected)
        day = timezone.localdate(at)
        given = {name: value for name, value in self.cells.items() if name not in END}
        cells = checked(given, Known(day, Directory(day), taken() - {row.number}))
        owner = organ(cells)
        actor.demand(Right.KEEP_REGISTER, owner.pk)
        reason = record.said(self.reason, "更正理由", "validity.E017")
        row.organ = owner
        return record.append(
            row,
            Entry(
                kind=Record.Kind.CORRECT, effective_on=day, at=at, actor=actor, text=reason, data=cells
            ),
        )  # fmt: skip


def demand_unchanged(row: Document, expected: int) -> None:
    """``Fault`` validity.E409 where somebody recorded something meanwhile."""
    if row.records.count() != expected:
        wrong = "您打开页面后，这份文件又有了新的记录"
        raise Fault("validity.E409", wrong, "请查看最新记录后再办理")
