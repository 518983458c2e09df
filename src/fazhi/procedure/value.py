"""What a fact of a case may hold, and the mark for a value that is not settled yet."""

from datetime import date
from decimal import Decimal
from enum import Enum


class Unsettled(Enum):
    """A fact that will have some lawful value, not yet said which.

    ``permitted`` uses it for facts that an act will ask for, the verifier for facts that nothing has read.
    """

    ANY = "任意"


ANY = Unsettled.ANY
Value = bool | int | Decimal | str | date
Held = Value | Unsettled
LONGEST = 100_000
"""No extension has more days: beyond it no calendar counts."""


def shown(value: object) -> str:
    """A value as a person reads it.

    >>> shown(True), shown(date(2026, 3, 2)), shown(100)
    ('是', '2026-03-02', '100')
    """
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value)


def between(held: Held | None, low: int | None, high: int | None) -> bool | None:
    """Whether a number lies between two limits, both included (以上、以下含本数); open ends are ``None``.

    What is no number does not; a number that is not settled may or may not (``None``).

    >>> between(200, None, 200), between(201, None, 200), between(ANY, None, 200)
    (True, False, None)
    """
    if held is ANY:
        return None
    if not isinstance(held, int | Decimal) or isinstance(held, bool):
        return False
    return (low is None or low <= held) and (high is None or held <= high)


def whole(value: object) -> int | None:
    """A number of days, months or years as an extension may have: a whole one, from 1 on; else ``None``.

    >>> whole(3), whole(Decimal("3.0")), whole(Decimal("5.5")), whole(0), whole(True)
    (3, 3, None, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 1 <= value <= LONGEST:
        return None
    return int(value) if value == int(value) else None
