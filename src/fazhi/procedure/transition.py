"""What a new edition says about cases that began before it: they stay, move on a day, or a party chooses.

A law without a transitional article moves nobody: cases stay under the edition they began under.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fazhi.law.rule import Basis


class Way(StrEnum):
    """What becomes of a case that is running when the edition takes effect."""

    KEEP = "keep"
    SWITCH = "switch"
    CHOICE = "choice"


@dataclass(frozen=True)
class Transition:
    """The way, and the article that says so: only staying needs none.

    ``on`` is the day of the move, the first day in force where empty; ``chosen_by`` is the act of the new
    edition by which a party chooses it.
    """

    way: Way = Way.KEEP
    basis: Basis | None = None
    on: date | None = None
    chosen_by: str = ""


STAY = Transition()
"""Cases end under the edition they began under."""
