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


def shown(value: object) -> str:
    """A value as a person reads it.

    >>> shown(True), shown(date(2026, 3, 2)), shown(100)
    ('是', '2026-03-02', '100')
    """
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value)
