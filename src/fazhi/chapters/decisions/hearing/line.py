"""A registration, and a participant, with the latest that was decided and entered about each."""

from dataclasses import dataclass

from fazhi.chapters.decisions.hearing.models import Participant, Registration, Ruling, Signature
from fazhi.draw.selection import Outcome, Result

WITHDRAWN, DECLINED = "已撤回报名", "报名未被接受"


@dataclass(frozen=True)
class Line:
    """A registration with the latest that was decided about it, and what the lot gave it."""

    row: Registration
    ruling: Ruling | None
    result: Result | None

    @property
    def withdrawn(self) -> bool:
        return hasattr(self.row, "withdrawal")

    @property
    def excluded(self) -> str:
        """Why it is not in the lot; empty where it is."""
        if self.withdrawn:
            return WITHDRAWN
        return "" if self.ruling and self.ruling.accepted else DECLINED

    @property
    def open(self) -> bool:
        """Whether somebody still has to look at it."""
        return not self.withdrawn and self.ruling is None

    @property
    def word(self) -> str:
        """What became of it, in words."""
        if self.withdrawn:
            return WITHDRAWN
        if hasattr(self.row, "participant"):
            return "听证参加人"
        if self.result:
            return _given(self.result)
        if self.ruling is None:
            return "等待审核"
        return "报名已被接受" if self.ruling.accepted else DECLINED


def _given(result: Result) -> str:
    words = {Outcome.SELECTED: "抽中", Outcome.PASSED: "未抽中", Outcome.EXCLUDED: DECLINED}
    return words.get(result.outcome, f"备选第{result.rank}名")


@dataclass(frozen=True)
class Seated:
    """A participant with papers, presence and signature."""

    row: Participant
    present: bool | None
    signature: Signature | None

    @property
    def signed(self) -> bool:
        return self.signature is not None and self.signature.agreed
