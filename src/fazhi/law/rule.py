"""One deadline as one article prescribes it: what a procedure, a clock or a calculator may lean on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from fazhi.fault import Fault
from fazhi.law.calendar import Calendar
from fazhi.law.citation import written
from fazhi.law.clock import Clock, Extension
from fazhi.law.last_day import LastDay, last_day
from fazhi.law.period import Period
from fazhi.law.validity import covers


class Standing(StrEnum):
    """What a rule may do: a binding one may block somebody, an advisory one only warns."""

    BINDING = "binding"
    ADVISORY = "advisory"


class Bound(StrEnum):
    """Whether the law gives a last day to act or a time that must first have passed."""

    AT_MOST = "at-most"
    AT_LEAST = "at-least"


class Bearer(StrEnum):
    """Whose time runs: who has to act within it, or may act only within it."""

    AUTHORITY = "authority"
    PARTY = "party"
    COURT = "court"


@dataclass(frozen=True)
class Basis:
    """Statute, edition and article a rule rests on; empty parts are not established."""

    statute: str
    edition: str = ""
    article: str = ""

    def __str__(self) -> str:
        return f"《{self.statute.strip('《》')}》{self.article}" if self.article else self.statute


@dataclass(frozen=True)
class Rule:
    """A statutory period with everything the law says about it, in own words.

    What the law leaves open stands in ``undetermined`` with who decides; a person is then asked.
    """

    id: str
    says: str
    basis: Basis
    period: Period | None
    standing: Standing = Standing.BINDING
    bound: Bound = Bound.AT_MOST
    backward: bool = False
    starts_on: str = ""
    roll: str = ""
    """The article that moves a last day of rest; empty where none does."""
    extension: Extension | None = None
    excludes: str = ""
    proviso: str = ""
    on_expiry: str = ""
    since: date | None = None
    until: date | None = None
    undetermined: Mapping[str, str] = field(default_factory=dict)
    binds: Bearer | None = None
    """``None`` where nobody has established it; such a rule cannot be made stricter below."""
    delegated: str = ""
    """The article that leaves the matter to the layers below; empty where none does."""

    def in_force(self, day: date) -> bool:
        """Whether the rule applies on a day, as far as the dates of its edition are known."""
        return covers(self, day)

    def known_period(self) -> Period:
        """The period, or a ``Fault`` naming who has to fix it."""
        if self.period is None:
            decider = self.undetermined.get("period", "")
            raise Fault(
                "law.E201", f"规则 {self.id} 的期间尚未确定", f"请由{decider}确定后录入", str(self.basis)
            )
        return self.period

    def last_day(self, event: date, calendar: Calendar) -> LastDay:
        """The last day from an event; the earlier, unmoved one where the roll is undetermined."""
        period, moves = self.known_period(), bool(self.roll)
        return last_day(
            event, period, calendar, backward=self.backward, roll=moves, moved_by=written(self.roll)
        )

    def clock(self) -> Clock:
        """The clock of a forward rule in days, months or years."""
        return Clock(self.known_period(), self.extension, bool(self.roll), written(self.roll))

    def as_dict(self) -> dict[str, object]:
        """The rule for a machine: days in ISO form, ``None`` or empty for what the law does not say."""
        period = {"amount": self.period.amount, "unit": self.period.unit.value} if self.period else None
        return {
            "id": self.id,
            "says": self.says,
            "basis": {**vars(self.basis), "citation": str(self.basis)},
            "period": period,
            "standing": self.standing.value,
            "bound": self.bound.value,
            "backward": self.backward,
            "starts_on": self.starts_on,
            "roll": self.roll,
            "excludes": self.excludes,
            "proviso": self.proviso,
            "on_expiry": self.on_expiry,
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "undetermined": dict(self.undetermined),
            "binds": self.binds.value if self.binds else None,
            "delegated": self.delegated,
        }
