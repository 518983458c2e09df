"""What a column holds: the kind fixes which values there are, and which lie next to each other."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeGuard

Value = str | int | Decimal | date | bool
LARGEST = 10**15
"""Numbers have at most 15 digits before and 9 after the point: halving a span is then exact."""
LAST = date.max.toordinal()
YES_NO = {"是": True, "否": False, "true": True, "false": False}


class Kind(StrEnum):
    """Money is counted in fen, so that nothing lies between 200 and 200.01; decimals are dense."""

    CHOICE = "choice"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    DATE = "date"
    YES_NO = "yes-no"

    @property
    def ordered(self) -> bool:
        """Whether its values stand on a line, so that intervals make sense."""
        return self not in (Kind.CHOICE, Kind.YES_NO)

    def read(self, text: str) -> Value:
        """A value from its text; ``ValueError`` where it is none of this kind.

        >>> Kind.MONEY.read("200.50"), Kind.YES_NO.read("是"), Kind.DATE.read("2024-02-06")
        (Decimal('200.50'), True, datetime.date(2024, 2, 6))
        """
        try:
            value = READERS[self](text.strip())
        except (InvalidOperation, KeyError, ValueError):
            raise ValueError(f"not a {self}: {text!r}") from None
        if not self.holds(value):
            raise ValueError(f"not a {self}: {text!r}")
        return value

    def write(self, value: Value) -> str:
        """The text that ``read`` understands.

        >>> Kind.YES_NO.write(True), Kind.MONEY.write(Decimal("3000.00"))
        ('是', '3000')
        """
        if isinstance(value, bool):
            return "是" if value else "否"
        if not isinstance(value, Decimal):
            return str(value)
        return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"

    def holds(self, value: object) -> TypeGuard[Value]:
        """Whether a value is of this kind; an integer is an amount of money, too, a yes is no number."""
        match value:
            case bool():
                return self is Kind.YES_NO
            case str():
                return self is Kind.CHOICE and bool(value)
            case date():
                return self is Kind.DATE and not isinstance(value, datetime)
            case int():
                return self in NUMBERS and abs(value) < LARGEST
            case Decimal():
                return self in PLACES and _fits(value, PLACES[self])
            case _:
                return False

    def between(self, low: Decimal | None, high: Decimal | None) -> Value | None:
        """A value strictly between two positions, ``None`` for no bound; ``None`` where there is none.

        >>> Kind.INTEGER.between(Decimal(200), Decimal(201)), Kind.DECIMAL.between(Decimal(1), Decimal(2))
        (None, Decimal('1.5'))
        """
        if self is Kind.DECIMAL and low is not None and high is not None:
            return (low + high) / 2
        step = Decimal("0.01") if self is Kind.MONEY else Decimal(1)
        first = START[self] if high is None else high - step
        at = first if low is None else low + step
        inside = (high is None or at < high) and (self is not Kind.DATE or 1 <= at <= LAST)
        return self.at(at) if inside else None

    def at(self, position: Decimal) -> Value:
        """The value that stands at a position of the line."""
        match self:
            case Kind.DATE:
                return date.fromordinal(int(position))
            case Kind.INTEGER:
                return int(position)
            case _:
                return position


def _fits(value: Decimal, places: int) -> bool:
    return value.is_finite() and abs(value) < LARGEST and value == round(value, places)


def position(value: Value) -> Decimal:
    """Where an ordered value stands: dates by their ordinal, numbers as they are."""
    if isinstance(value, date):
        return Decimal(value.toordinal())
    if isinstance(value, str | bool):
        raise TypeError(f"no order among {value!r}")
    return Decimal(value)


READERS: dict[Kind, Callable[[str], Value]] = {
    Kind.CHOICE: str,
    Kind.INTEGER: int,
    Kind.DECIMAL: Decimal,
    Kind.MONEY: Decimal,
    Kind.DATE: date.fromisoformat,
    Kind.YES_NO: lambda text: YES_NO[text.lower()],
}
NUMBERS = (Kind.INTEGER, Kind.DECIMAL, Kind.MONEY)
PLACES = {Kind.DECIMAL: 9, Kind.MONEY: 2}
START = dict.fromkeys(Kind, Decimal(0)) | {Kind.DATE: Decimal(date(2000, 1, 1).toordinal())}
