"""Figures as pages show them: a bar that says how long it is, a column for each frozen period."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from fazhi.indicators.reading import Reading
from fazhi.indicators.standing import Frozen
from fazhi.packs.indicator_entry import IndicatorEntry, Unit

HEIGHT, STEP, BROAD = 72, 84, 40


@dataclass(frozen=True)
class Gauge:
    """One indicator with its figure; only a ratio has a bar."""

    indicator: IndicatorEntry
    reading: Reading
    frozen: Frozen | None = None

    @property
    def length(self) -> float | None:
        """Per cent of the bar's length."""
        value = self.reading.value
        return round(float(value) * 100, 2) if value is not None and self._ratio else None

    @property
    def _ratio(self) -> bool:
        return self.indicator.unit is Unit.RATIO

    @property
    def parts(self) -> str:
        """What the value is made of."""
        count = self.reading.count
        if self.reading.open_choice or self.indicator.unit.counts:
            return ""
        of = "天" if self.indicator.unit is Unit.DAYS else ""
        return f"{count.numerator}{of} / {count.denominator}"


@dataclass(frozen=True)
class Column:
    """One frozen period, in the units of the chart's view box."""

    label: str
    shown: str
    x: int
    y: float
    height: float
    middle: int


def short(label: str) -> str:
    """A period's name where there is little room.

    >>> short("2026年上半年"), short("2026年第一季度"), short("2025年")
    ('2026上半年', '2026一季度', '2025年')
    """
    year, _, part = label.partition("年")
    return f"{year}{part.removeprefix('第')}" if part else label


@dataclass(frozen=True)
class Trend:
    """The frozen periods side by side; a period with nothing to count has no column."""

    columns: tuple[Column, ...]

    @property
    def width(self) -> int:
        return STEP * max(len(self.columns), 1)


def trend(frozen: Sequence[Frozen]) -> Trend:
    """Ratios are drawn up to all there is, other figures up to the largest of them."""
    largest = max((one.value for one in frozen if one.value is not None), default=Fraction(1))
    top = Fraction(1) if frozen and frozen[0].unit is Unit.RATIO else largest or Fraction(1)
    return Trend(tuple(_column(n, one, top) for n, one in enumerate(frozen)))


def _column(n: int, one: Frozen, top: Fraction) -> Column:
    high = round(float((one.value or 0) / top) * HEIGHT, 1)
    left = STEP * n + (STEP - BROAD) // 2
    return Column(
        short(one.period), one.shown, left, round(20 + HEIGHT - high, 1), high, STEP * n + STEP // 2
    )
