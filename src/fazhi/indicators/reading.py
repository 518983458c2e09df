"""A figure with what it is made of: value, numerator, denominator, what was left out and why."""

from dataclasses import dataclass, field
from fractions import Fraction

from fazhi.packs.indicator_entry import ChoiceEntry, Unit

MEASURES = {Unit.COUNT: "件", Unit.LIMITS: "项", Unit.DAYS: "天"}


@dataclass(frozen=True)
class Count:
    """How many rows fit, out of how many; for days ``numerator`` is their sum.

    >>> Count(1, 3).value(Unit.RATIO), Count(0, 0).value(Unit.RATIO), Count(7, 7).value(Unit.COUNT)
    (Fraction(1, 3), None, Fraction(7, 1))
    """

    numerator: int
    denominator: int

    def value(self, unit: Unit) -> Fraction | None:
        """The value; of no rows at all there is neither a ratio nor an average."""
        if unit.counts:
            return Fraction(self.numerator)
        return Fraction(self.numerator, self.denominator) if self.denominator else None


@dataclass(frozen=True)
class Reading:
    """One figure of an office in a period.

    Where the way of counting is still open, ``open_choice`` asks, ``ways`` holds the figure under each
    answer, and there is no value.
    """

    unit: Unit
    count: Count
    excluded: tuple[tuple[str, int], ...] = ()
    demo: int = 0
    """How many of the rows are made up for demonstration."""
    option: str = ""
    open_choice: ChoiceEntry | None = None
    ways: tuple[tuple[str, "Reading"], ...] = field(default=())

    @property
    def value(self) -> Fraction | None:
        return None if self.open_choice else self.count.value(self.unit)

    @property
    def shown(self) -> str:
        """The value as a person reads it."""
        return "口径待定" if self.open_choice else shown(self.value, self.unit)


def shown(value: Fraction | None, unit: Unit) -> str:
    """A value in words; 无 where there was nothing to count. Nothing is rounded up to 100 %, nor down to 0 %.

    >>> shown(Fraction(1, 3), Unit.RATIO), shown(None, Unit.RATIO), shown(Fraction(5), Unit.COUNT)
    ('33.3%', '无', '5件')
    >>> shown(Fraction(1999, 2000), Unit.RATIO), shown(Fraction(1, 4000), Unit.RATIO)
    ('99.9%', '0.1%')
    >>> shown(Fraction(15, 2), Unit.DAYS), shown(Fraction(2), Unit.LIMITS)
    ('7.5天', '2项')
    """
    if value is None:
        return "无"
    if unit is Unit.RATIO:
        return f"{_tenths(value) / 10:g}%"
    return f"{round(float(value), 1):g}{MEASURES[unit]}"


def _tenths(value: Fraction) -> int:
    """Tenths of a per cent; short of all is shown as short of all, and some as some."""
    tenths = round(value * 1000)
    return min(tenths, 999) if 0 < value < 1 and tenths > 999 else max(tenths, 1 if value else 0)
