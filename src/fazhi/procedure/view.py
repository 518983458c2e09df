"""What a condition may look at: the state of a case, and which clocks have run out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fazhi.procedure.state import State
from fazhi.procedure.value import Held

Expired = Callable[[str], bool]
"""Whether a clock, by its id, has run out with the thing undone."""
Deemed = Mapping[str, tuple[tuple[str, Held], ...]]
"""For a fact: the clocks on whose expiry the law supplies a value (逾期视为同意), with that value."""


def never(clock: str) -> bool:  # noqa: ARG001
    """No clock has run out."""
    return False


@dataclass(frozen=True, slots=True)
class View:
    """A state with the clocks as they stand on a day; deemed facts count where nothing was recorded."""

    state: State
    expired: Expired = never
    deemed: Deemed = None  # type: ignore[assignment]

    def fact(self, name: str) -> Held | None:
        """What is on record, else what the law supplies on expiry, else ``None``."""
        held = self.state.facts.get(name)
        if held is not None or not self.deemed:
            return held
        return next((value for clock, value in self.deemed.get(name, ()) if self.expired(clock)), None)
