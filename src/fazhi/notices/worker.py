"""The worker's round: reminders, notices, deliveries; after a crash the next round goes on where it was."""

from dataclasses import dataclass
from datetime import datetime

from fazhi.cases.actions import Reproject, reproject
from fazhi.notices.actions import deliver, dispatch, ring
from fazhi.search.actions import update_all


@dataclass(frozen=True)
class Round:
    """What one round did."""

    moved: int
    told: int
    failed: int
    dispatched: int
    delivered: int
    indexed: int

    @property
    def idle(self) -> bool:
        """Whether there was nothing to do."""
        return not any((self.moved, self.told, self.dispatched, self.delivered, self.indexed))


def once(at: datetime) -> Round:
    """Work due days out anew where the calendar changed, then remind, pass on, send and index."""
    moved = Reproject().perform(at).moved if reproject.needed() else 0
    rang = ring(at)
    return Round(moved, rang.told, rang.failed, dispatch(at), deliver(at), update_all())
