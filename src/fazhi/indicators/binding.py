"""The figures in which a duty shows itself, for the organ and the period in which it falls due."""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from fazhi.duties.models import Assignment, Duty, Occurrence
from fazhi.fault import Fault
from fazhi.indicators import definitions, engine
from fazhi.indicators.period import Period, read
from fazhi.indicators.reading import Reading
from fazhi.office.models import Organ
from fazhi.packs import bindings
from fazhi.packs.bindings import BindingEntry
from fazhi.packs.indicator_entry import IndicatorEntry, Unit

YEARS = re.compile(r"(\d{4})—(\d{4})年")
LABEL = re.compile(r"(\d{4})年(?:(上|下)半年|第([一二三四])季度|(\d{1,2})月)?")
HALVES, QUARTERS = "上下", "一二三四"


@dataclass(frozen=True)
class Figure:
    """One indicator as it stands for the duty."""

    indicator: IndicatorEntry
    reading: Reading


@dataclass(frozen=True)
class Shown:
    """What figures say of an occurrence; ``organ`` is none where it leads, and the whole district counts."""

    binding: BindingEntry
    organ: Organ | None
    period: Period
    figures: tuple[Figure, ...]

    @property
    def reached(self) -> bool | None:
        """Whether every figure that has a value reaches the target.

        ``None`` where there is no target, or none has a value, or how to count one is still open.
        """
        target, values = self.binding.at_least, [one.reading.value for one in self.figures]
        known = [value for value in values if value is not None]
        if target is None or not known or any(one.reading.open_choice for one in self.figures):
            return None
        ratio = self.figures[0].indicator.unit is Unit.RATIO
        return min(known) >= (Fraction(target, 100) if ratio else target)

    @property
    def valued(self) -> bool:
        """Whether any of the figures has a value to answer with."""
        return any(one.reading.value is not None for one in self.figures)

    @property
    def target(self) -> str:
        """The target as a person reads it."""
        unit = "%" if self.figures[0].indicator.unit is Unit.RATIO else "件"
        return "" if self.binding.at_least is None else f"{self.binding.at_least}{unit}"


def shows_itself(shown: tuple[Shown, ...]) -> bool:
    """Whether the figures alone say that the duty is done, and nobody has to judge."""
    return bool(shown) and all(one.binding.computable and one.reached for one in shown)


def computable() -> frozenset[str]:
    """The numbers of the measures with duties that figures alone can show done."""
    return frozenset(one.measure for one in _all() if one.computable)


@cache
def _all() -> tuple[BindingEntry, ...]:
    return bindings.load()


def of(row: Occurrence, today: date) -> tuple[Shown, ...]:
    """The figures beside an occurrence as they stand today; none where nothing is bound to its duty."""
    duty = row.duty
    found = [one for one in _all() if one.fits(duty.measure.number, duty.text)]
    if not found:
        return ()
    organ, period = _whose(row), period_of(row)
    shown = (Shown(one, organ, period, _figures(one, organ, period, today)) for one in found)
    return tuple(one for one in shown if one.figures)


def duties(code: str) -> list[Duty]:
    """The duties in force, of every outline, that an indicator stands beside."""
    bound = [one for one in _all() if code in one.indicators]
    numbers = {one.measure for one in bound}
    rows = Duty.objects.filter(withdrawn=None, measure__withdrawn=False, measure__number__in=numbers)
    held = rows.select_related("measure__outline")
    return [row for row in held if any(one.fits(row.measure.number, row.text) for one in bound)]


def _whose(row: Occurrence) -> Organ | None:
    """Whoever leads a measure answers for the district, everybody else for their own."""
    parts = Assignment.objects.filter(measure=row.duty.measure, organ=row.organ)
    return None if parts.filter(part=Assignment.Part.LEAD).exists() else row.organ


def period_of(row: Occurrence) -> Period:
    """The stretch that an occurrence is about: what its label says, else the outline's term until then."""
    found = LABEL.fullmatch(row.label)
    if found:
        return read(_code(found))
    if years := YEARS.fullmatch(row.label):
        return Period(read(years[1]).first, read(years[2]).last, row.label)
    outline = row.duty.measure.outline
    return Period(outline.signed_on or outline.starts_on, row.due_on, row.label)


def _code(found: re.Match[str]) -> str:
    year, half, quarter, month = found.groups()
    if half:
        return f"{year}H{HALVES.index(half) + 1}"
    if quarter:
        return f"{year}Q{QUARTERS.index(quarter) + 1}"
    return f"{year}-{int(month):02}" if month else year


def _figures(one: BindingEntry, organ: Organ | None, period: Period, today: date) -> tuple[Figure, ...]:
    place, day = organ.pk if organ else None, min(period.last, today)
    found = (_defined(code, day) for code in one.indicators)
    return tuple(Figure(each, engine.measure(each, place, period, today)) for each in found if each)


def _defined(code: str, day: date) -> IndicatorEntry | None:
    try:
        return definitions.one(code, day)
    except Fault:
        return None
