"""What a cell demands of a fact: anything, one of some values, or a span of an ordered line."""

from dataclasses import dataclass
from decimal import Decimal

from fazhi.law.table.kind import Value, position


@dataclass(frozen=True)
class Anything:
    """The fact does not matter."""

    def holds(self, _: Value) -> bool:
        return True

    def bounds(self) -> tuple[Value, ...]:
        """The values at which the answer may change."""
        return ()


@dataclass(frozen=True)
class OneOf:
    """The fact is one of these values; a single one is equality."""

    values: tuple[Value, ...]

    def holds(self, value: Value) -> bool:
        return value in self.values

    def bounds(self) -> tuple[Value, ...]:
        return self.values


@dataclass(frozen=True)
class Interval:
    """The fact lies in a span; ``None`` is no bound, 以上、以下 include their number (closed).

    >>> Interval(None, 200).holds(200), Interval(200, None, low_closed=False).holds(200)
    (True, False)
    """

    low: Value | None = None
    high: Value | None = None
    low_closed: bool = True
    high_closed: bool = True

    def holds(self, value: Value) -> bool:
        at = position(value)
        return self._above(at) and self._below(at)

    def bounds(self) -> tuple[Value, ...]:
        return tuple(bound for bound in (self.low, self.high) if bound is not None)

    @property
    def empty(self) -> bool:
        """Whether no value can lie in it because its ends are the wrong way round."""
        if self.low is None or self.high is None:
            return False
        low, high = position(self.low), position(self.high)
        return low > high or (low == high and not (self.low_closed and self.high_closed))

    def _above(self, at: Decimal) -> bool:
        if self.low is None:
            return True
        low = position(self.low)
        return at > low or (self.low_closed and at == low)

    def _below(self, at: Decimal) -> bool:
        if self.high is None:
            return True
        high = position(self.high)
        return at < high or (self.high_closed and at == high)


Condition = Anything | OneOf | Interval
ANY = Anything()
