"""An act of a procedure: who may do it, after what, on what conditions, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from fazhi.law.rule import Basis
from fazhi.procedure.condition import Condition
from fazhi.procedure.gate import Gate
from fazhi.procedure.value import Held, Value
from fazhi.procedure.view import View


class Kind(StrEnum):
    """An ordinary step, or one of the lawful detours; there is no free jump."""

    STEP = "step"
    COMPLETION = "completion"
    SEND_BACK = "send-back"
    SUSPENSION = "suspension"
    RESUMPTION = "resumption"
    EXTENSION = "extension"
    WITHDRAWAL = "withdrawal"
    TRANSFER = "transfer"
    JOINDER = "joinder"
    SEVERANCE = "severance"
    RECUSAL = "recusal"
    CORRECTION = "correction"
    RETURN = "return"
    """The end of an inner case (听证), entered by itself and by nobody."""

    @property
    def chinese(self) -> str:
        """The detour as an official calls it."""
        return CHINESE[self]


CHINESE = {
    Kind.STEP: "步骤",
    Kind.COMPLETION: "补正",
    Kind.SEND_BACK: "退回",
    Kind.SUSPENSION: "中止",
    Kind.RESUMPTION: "恢复",
    Kind.EXTENSION: "延期",
    Kind.WITHDRAWAL: "撤回",
    Kind.TRANSFER: "移送",
    Kind.JOINDER: "合并",
    Kind.SEVERANCE: "分案",
    Kind.RECUSAL: "回避",
    Kind.CORRECTION: "更正",
    Kind.RETURN: "子案件办结",
}


@dataclass(frozen=True)
class DatedBy:
    """Which recorded day is the day in law, by a choice (政府信息公开条例 31: by how the paper came)."""

    fact: str
    days: Mapping[str, str]
    """For each choice the fact that holds the day."""
    basis: Basis

    def day(self, facts: Mapping[str, Held]) -> date | None:
        """The day in law; ``None`` where the fact that holds it is missing."""
        found = facts.get(self.days.get(str(facts.get(self.fact)), ""))
        return found if isinstance(found, date) else None


@dataclass(frozen=True)
class Document:
    """A paper without which the act is not done; with a condition only where the act leaves the case so."""

    title: str
    basis: Basis
    when: Condition | None = None

    def demanded(self, view: View) -> bool:
        """Whether it is asked of the act, seen with the facts that come with it."""
        return self.when is None or self.when.holds(view) is True


@dataclass(frozen=True)
class Act:
    """One thing that may be done in a case."""

    id: str
    title: str
    by: str
    """The role that acts."""
    basis: Basis
    kind: Kind = Kind.STEP
    starts: bool = False
    """Whether it opens the case."""
    after_end: bool = False
    """Whether it may still be done when the case is over (更正)."""
    at_most: int | None = None
    """How often at most; ``None`` for as often as needed."""
    requires: tuple[Gate, ...] = ()
    asks: tuple[str, ...] = ()
    """Facts that must come with it."""
    may_ask: tuple[str, ...] = ()
    """Facts that may come with it."""
    documents: tuple[Document, ...] = ()
    dated_by: DatedBy | None = None
    ends: str = ""
    """The outcome with which it ends the case."""
    ends_by: str = ""
    """The fact whose value is the outcome."""
    outcomes: Mapping[str, str] = field(default_factory=dict)
    """With ``ends_by``: the outcome for each value."""
    reopens: tuple[str, ...] = ()
    """Acts that have to be done anew; the records stay on file."""
    clears: tuple[str, ...] = ()
    """Facts that have to be recorded anew."""
    bars: str = ""
    """The fact that names a person who may no longer act."""
    undetermined: str = ""
    """Who must still decide a matter that the law leaves open here."""
    not_before: str = ""
    """The fact that holds the first day on which it may be done (举行听证的日期)."""
    tags: tuple[str, ...] = ()
    """What general law calls such an act, for hooks (decision, notice …)."""

    def outcome(self, facts: Mapping[str, Held]) -> str:
        """How the case ends with this act; empty where it goes on."""
        return self.outcomes.get(str(facts.get(self.ends_by)), "") if self.ends_by else self.ends

    @property
    def brings(self) -> tuple[str, ...]:
        """All facts that may come with it."""
        return self.asks + self.may_ask

    @property
    def may_end(self) -> bool:
        """Whether it can end the case."""
        return bool(self.ends or self.ends_by)


Facts = Mapping[str, Value]
