"""A gate: what must be so before an act may happen, with the article that says so."""

from dataclasses import dataclass
from functools import cached_property

from fazhi.law.rule import Basis
from fazhi.procedure.condition import Condition, Truth, facts_read
from fazhi.procedure.refusal import Refusal
from fazhi.procedure.view import View


@dataclass(frozen=True)
class Gate:
    """``that`` must hold, where ``when`` is given only while ``when`` holds.

    ``undetermined`` names who must decide what the law leaves open; such a gate asks and never blocks. An
    ``advisory`` one warns: its source is not established as binding.
    """

    that: Condition
    because: str
    basis: Basis
    when: Condition | None = None
    undetermined: str = ""
    advisory: bool = False

    @property
    def blocks(self) -> bool:
        """Whether it may refuse anybody."""
        return not self.advisory and not self.undetermined

    def open(self, view: View) -> Truth:
        """Whether the way is free; ``None`` where that depends on a fact that is not settled."""
        if self.when is None:
            return self.that.holds(view)
        applies = self.when.holds(view)
        if applies is False:
            return True
        held = self.that.holds(view)
        return held if applies or held else None

    @cached_property
    def refusal(self) -> Refusal:
        """The gate as a person reads it when it is closed."""
        return Refusal("procedure.E006", self.because, "请先完成所缺的步骤", str(self.basis))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """Facts it reads: those that decide whether it applies first."""
        condition = facts_read(self.when) if self.when else ()
        return tuple(dict.fromkeys((*condition, *facts_read(self.that))))
