"""The indicators of this installation's packs, as they are defined on a day."""

from datetime import date
from functools import cache

from fazhi.fault import Fault
from fazhi.packs import indicators
from fazhi.packs.indicator_entry import IndicatorEntry
from fazhi.packs.layer import Layered


@cache
def _all() -> Layered[IndicatorEntry]:
    return indicators.load()


@cache
def counted() -> frozenset[str]:
    """The procedures whose cases some indicator counts: only those are projected for it."""
    return frozenset(name for one in _all().located() for name in one.value.population.cases)


def on(day: date) -> list[IndicatorEntry]:
    """Every indicator defined on a day, in the order of measures and codes."""
    found = (_all().on(code, day) for code in _all())
    return sorted((one for one in found if one), key=lambda one: (number(one.measure), one.id))


def one(code: str, day: date) -> IndicatorEntry:
    """One indicator as it is defined on a day; ``Fault`` indicators.E404 where there is none."""
    if code in _all() and (found := _all().on(code, day)):
        return found
    raise Fault("indicators.E404", f"没有指标“{code[:60]}”", "请从 fazhi indicator list 所列的指标中选择")


def number(measure: str) -> tuple[int, ...]:
    """A measure's number, to sort by.

    >>> number("13.1") < number("4.1")
    False
    """
    return tuple(int(part) for part in measure.split("."))
