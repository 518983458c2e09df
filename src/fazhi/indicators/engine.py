"""Figures worked out in the database: for an office or for all of them, in a period, seen from a day."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count as Number
from django.db.models import Sum

from fazhi.cases.models import Case
from fazhi.indicators import definitions, population
from fazhi.indicators.criterion import Terms
from fazhi.indicators.models import Ruling
from fazhi.indicators.period import Period
from fazhi.indicators.reading import Count, Reading
from fazhi.packs.indicator_entry import IndicatorEntry, Unit


class Cell(NamedTuple):
    """Rows that count alike, of one office."""

    place: int
    out: int
    fits: int
    made_up: bool
    number: int
    days: timedelta | None = None


Tables = Mapping[str, list[Cell]]
"""By the way of counting, one where it is settled or none is open."""


def measure(indicator: IndicatorEntry, organ: int | None, period: Period, today: date) -> Reading:
    """The figure of one office, or of the whole district for ``None``, as things stand on a day."""
    return _reading(indicator, _tables(indicator, Terms(period, today), organ), None)


def by_office(indicator: IndicatorEntry, period: Period, today: date) -> dict[int, Reading]:
    """The same for each office that has any row in the period; one query for each way of counting."""
    tables = _tables(indicator, Terms(period, today), None)
    places = sorted({cell.place for cells in tables.values() for cell in cells})
    return {place: _reading(indicator, tables, place) for place in places}


def settled(indicator: IndicatorEntry) -> str:
    """The answer to what is open about an indicator; empty where nothing is, or nobody has answered."""
    if indicator.choice is None:
        return ""
    rulings = Ruling.objects.filter(code=indicator.id, asks=indicator.choice.asks)
    latest = rulings.values_list("option", flat=True).last() or ""
    return latest if latest in indicator.choice.options else ""


def missing() -> int:
    """How many cases no figure knows of yet: they came before their indicator did, and wait for a rebuild."""
    return Case.objects.filter(procedure__in=definitions.counted(), standing=None).count()


def _tables(indicator: IndicatorEntry, terms: Terms, organ: int | None) -> Tables:
    chosen = settled(indicator)
    options = tuple(indicator.choice.options) if indicator.choice and not chosen else (chosen,)
    return {option: _cells(indicator, terms, organ, option) for option in options}


def _cells(indicator: IndicatorEntry, terms: Terms, organ: int | None, option: str) -> list[Cell]:
    rows = population.rows(indicator, terms, option)
    if organ is not None:
        rows = rows.filter(place=organ)
    days = {"days": Sum("span")} if indicator.unit is Unit.DAYS else {}
    grouped = rows.order_by().values_list("place", "out", "fits", "made_up")
    return [Cell(*row) for row in grouped.annotate(number=Number("pk"), **days)]


def _reading(indicator: IndicatorEntry, tables: Tables, place: int | None) -> Reading:
    figures = {
        option: _figure(indicator, [c for c in cells if place in (None, c.place)], option)
        for option, cells in tables.items()
    }
    if len(figures) == 1 or indicator.choice is None:
        return next(iter(figures.values()))
    ways = tuple((indicator.choice.options[option].title, one) for option, one in figures.items())
    return Reading(indicator.unit, Count(0, 0), open_choice=indicator.choice, ways=ways)


def _figure(indicator: IndicatorEntry, cells: Iterable[Cell], option: str) -> Reading:
    held = tuple(cells)
    counted = [cell for cell in held if cell.out == population.IN]
    told = enumerate(because for _, because in population.reasons(indicator, option))
    excluded = ((because, sum(c.number for c in held if c.out == n)) for n, because in told)
    return Reading(
        indicator.unit,
        Count(_numerator(indicator.unit, counted), sum(cell.number for cell in counted)),
        tuple((because, number) for because, number in excluded if number),
        sum(cell.number for cell in counted if cell.made_up),
        option,
    )


def _numerator(unit: Unit, cells: Iterable[Cell]) -> int:
    if unit is Unit.DAYS:
        return sum((cell.days or timedelta()).days for cell in cells)
    return sum(cell.number for cell in cells if cell.fits)
