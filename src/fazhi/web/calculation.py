"""An answer with all that a printed proof needs: rule, calendar, drawing, day and address."""

from dataclasses import dataclass
from datetime import date

from fazhi.law.last_day import LastDay
from fazhi.law.rule import Bound, Rule
from fazhi.law.strip import Strip
from fazhi.law.unit import Unit
from fazhi.law.year import State
from fazhi.web.weeks import Weeks, weeks

OPEN = {"period": "期间的长短", "roll": "末日是否顺延", "starts_on": "从哪一天起算"}
"""What a rule may leave undetermined, in words."""


@dataclass(frozen=True)
class CalendarYear:
    """A year that an answer leans on, and the notice that fixes its days."""

    number: int
    state: State
    notice: str


@dataclass(frozen=True)
class Calculation:
    """One answered question; ``address`` asks it again, ``made_on`` is the day it was answered."""

    answer: LastDay
    rule: Rule | None
    address: str
    made_on: date

    @property
    def by_hours(self) -> bool:
        return self.answer.period.unit is Unit.HOUR

    @property
    def strip(self) -> Strip:
        return Strip(self.answer)

    @property
    def weeks(self) -> Weeks:
        return weeks(self.strip)

    @property
    def at_least(self) -> bool:
        """Whether the period is one that must first have passed."""
        return bool(self.rule and self.rule.bound is Bound.AT_LEAST)

    @property
    def out_of_force(self) -> bool:
        """Whether the rule's edition is not in force on the event's day."""
        event = self.strip.span[1] if self.answer.backward else self.strip.span[0]
        return bool(self.rule and not self.rule.in_force(event))

    @property
    def undetermined(self) -> tuple[tuple[str, str], ...]:
        """What the law leaves open, each with who decides."""
        left_open = self.rule.undetermined if self.rule else {}
        return tuple((OPEN.get(name, name), who) for name, who in left_open.items())

    @property
    def years(self) -> tuple[CalendarYear, ...]:
        """The calendar years from the event to the last day; the unknown ones have no notice."""
        known = {year.number: year for year in self.answer.calendar.years}
        since, until = self.strip.span
        numbers = range(since.year, until.year + 1)
        return tuple(
            CalendarYear(n, known[n].state, known[n].notice)
            if n in known
            else CalendarYear(n, State.UNKNOWN, "")
            for n in numbers
        )
