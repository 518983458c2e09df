"""The figures worked out once more, case by case out of the acts: what the engine is held against."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.cases import lawbook
from fazhi.indicators.period import Period
from fazhi.indicators.reading import Count
from fazhi.packs.indicator_entry import ANY, CriterionEntry, IndicatorEntry, Unit
from fazhi.procedure.case import Case
from fazhi.procedure.due import Reading, due
from fazhi.procedure.fact import FactKind

SEALED = (FactKind.TEXT, FactKind.PERSON)


@dataclass(frozen=True)
class Seen:
    """A case, folded, and how it looks from a day."""

    case: Case
    period: Period
    today: date

    def days(self, act: str) -> list[date]:
        """The days on which an act was done that was not reopened since."""
        found: list[date] = []
        for record in self.case.history:
            if record.act == act:
                found.append(record.happened_on)
            known = self.case.edition.act.get(record.act)
            if known and act in known.reopens:
                found = []
        return found

    def clocks(self, name: str) -> Iterator[Reading]:
        for each, reading in due(self.case, lawbook.days(), self.today).items():
            if name in (ANY, each) and reading.started and not reading.clock.at_least:
                yield reading

    def ends(self, name: str, *, within: bool) -> list[Reading]:
        return [one for one in self.clocks(name) if one.day and (not within or self.inside(one.day))]

    def inside(self, day: date) -> bool:
        return self.period.first <= day <= self.period.last

    def missed(self, names: Iterable[str]) -> int:
        """How many clocks of some names ended in the period and were not kept."""
        ends = {one.clock.id: one for name in names for one in self.ends(name, within=True)}
        return sum(1 for one in ends.values() if one.day and (one.stopped or self.today) > one.day)

    def holds(self, asked: CriterionEntry) -> bool:
        if asked.all is not None:
            return all(map(self.holds, asked.all))
        if asked.any is not None:
            return any(map(self.holds, asked.any))
        if asked.not_ is not None:
            return not self.holds(asked.not_)
        if asked.done:
            return any(self.inside(day) or not asked.in_period for day in self.days(asked.done))
        if asked.open:
            return len(self.days(asked.open)) > sum(len(self.days(act)) for act in asked.until)
        if asked.met:
            ends = self.ends(asked.met, within=asked.in_period)
            return any(one.stopped and one.day and one.stopped <= one.day for one in ends)
        if asked.late:
            ends = self.ends(asked.late, within=asked.in_period)
            return any(one.day and (one.stopped or self.today) > one.day for one in ends)
        if asked.ended is not None:
            outcome = self.case.state.outcome
            return outcome in asked.ended if isinstance(asked.ended, tuple) else bool(outcome) is asked.ended
        return self.says(asked)

    def says(self, asked: CriterionEntry) -> bool:
        value = self.case.state.facts.get(str(asked.fact))
        if asked.known or value is None:
            return value is not None
        if asked.values:
            return any(type(one) is type(value) and one == value for one in asked.values)
        low, high = asked.at_least, asked.at_most
        return (low is None or value >= low) and (high is None or value <= high)  # type: ignore[operator]

    def belongs(self, indicator: IndicatorEntry) -> bool:
        by = indicator.population.by
        assert by
        if by.act:
            dated = any(map(self.inside, self.days(by.act)))
        elif by.due:
            ends = self.ends(by.due, within=True)
            dated = any(one.stopped or (one.day and one.day < self.today) for one in ends)
        else:
            dated = self.case.began is not None and self.inside(self.case.began)
        where = indicator.population.where
        return dated and (where is None or self.holds(where))


def count(
    indicator: IndicatorEntry, cases: Iterable[Case], period: Period, today: date, option: str
) -> Count:
    """The figure over some cases of the indicator's procedures."""
    left_out = [one.when for one in indicator.exclusions]
    if indicator.choice and option and (more := indicator.choice.options[option].leaves_out):
        left_out.append(more)
    rows = [Seen(case, period, today) for case in cases if case.edition.id in indicator.population.cases]
    if indicator.population.late:
        held = [row for row in rows if row.belongs(indicator)]
        missed = sum(row.missed(indicator.population.late) for row in held)
        return Count(missed, missed)
    rows = [row for row in rows if row.belongs(indicator) and not any(map(row.holds, left_out))]
    if indicator.unit is Unit.DAYS:
        return _days(indicator, rows)
    fits = [row for row in rows if indicator.numerator is None or row.holds(indicator.numerator)]
    return Count(len(fits), len(rows))


def _days(indicator: IndicatorEntry, rows: list[Seen]) -> Count:
    assert indicator.span
    pairs = [(row.days(indicator.span.from_), row.days(indicator.span.to)) for row in rows]
    spans = [(max(over) - min(begun)).days for begun, over in pairs if begun and over]
    return Count(sum(spans), len(spans))
