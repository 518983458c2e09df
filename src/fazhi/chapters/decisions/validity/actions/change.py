"""Record a decision about a document: kept, to be amended, amended, abolished, declared lapsed, stopped."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.chapters.decisions.validity.actions import record
from fazhi.chapters.decisions.validity.actions.correct import demand_unchanged
from fazhi.chapters.decisions.validity.actions.record import Entry
from fazhi.chapters.decisions.validity.models import Document, Record
from fazhi.chapters.decisions.validity.state import State
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right

Kind = Record.Kind
KINDS = (Kind.KEEP, Kind.REVISE, Kind.AMEND, Kind.ABOLISH, Kind.DECLARE, Kind.STOP)
"""What a person may record; the rest comes about by itself."""
CONGRESS = "天津市人民代表大会常务委员会和区人民代表大会常务委员会规范性文件备案审查条例第三十二条第二款"
LONGEST = 300


@dataclass(frozen=True, kw_only=True)
class Change:
    """``replacement`` is what takes the place of an amended document; ``reason`` names the decision."""

    document: Document
    kind: Record.Kind
    effective_on: date | None
    reason: str
    expected: int
    replacement: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Record:
        """Give the record; a document with an open case is decided about in its case."""
        row = record.locked(self.document.pk)
        actor.demand(Right.APPROVE_REGISTER, row.organ_id)
        demand_unchanged(row, self.expected)
        if fault := refusal(row, self.kind, self.effective_on, timezone.localdate(at)):
            raise fault
        assert self.effective_on
        data = {"replacement": replaced(self.kind, self.replacement)} if self.kind == Kind.AMEND else {}
        return record.append(
            row,
            Entry(
                kind=self.kind,
                effective_on=self.effective_on,
                at=at,
                actor=actor,
                text=record.said(self.reason, "决定和理由", "validity.E018"),
                data=data,
            ),
        )


def replaced(kind: Record.Kind, replacement: str) -> str:
    """What takes the place of an amended document; without it the document is only to be amended."""
    words = replacement.strip()
    if kind == Kind.AMEND and not words:
        raise Fault(
            "validity.E019",
            "没有写明修改后的文件",
            "请填写修改后文件的名称和文号；还没有修改的，选“列入修改”",
        )
    if len(words) > LONGEST or "\0" in words:
        raise Fault("validity.E019", f"超过{LONGEST}字或者含有无效字符", "请改短")
    return words


def refusal(row: Document, kind: Record.Kind, on: date | None, today: date) -> Fault | None:
    """Why a decision cannot be recorded; ``None`` where it can."""
    if kind not in KINDS:
        return Fault("validity.E020", "没有选择要记录的决定", "请从列出的决定中选择")
    if row.case and not row.case.outcome:
        return Fault(
            "validity.E021", f"这份文件的案件{row.case.number}还没有办结", "请在案件页面办理，登记随之更新"
        )
    if on is None or on < row.published_on:
        return Fault("validity.E022", "没有写明生效之日，或者早于公布日期", "请填写决定从哪一天起生效")
    return unlawful(row.state(today), kind)


def unlawful(state: State, kind: Record.Kind) -> Fault | None:
    """What a document's state rules out."""
    if state in (State.AMENDED, State.ABOLISHED, State.LAPSED):
        return Fault("validity.E023", f"这份文件已经{state.label}", "不再作出新的决定；登记有误的，请更正")
    if state is State.STOPPED and kind in (Kind.KEEP, Kind.STOP):
        wrong = "人大常委会认为明显违反法律、法规，已经停止执行，不得列为继续有效"
        return Fault("validity.E024", wrong, "请修改或者废止", CONGRESS)
    return None
