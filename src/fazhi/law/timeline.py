"""A golden timeline: what happened, on which days, and which dates a lawyer expects from it.

``fazhi law test`` runs them; they are how somebody who reads no Python checks the law of a pack.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fazhi.law.act import Act, Started
from fazhi.law.calendar import Calendar
from fazhi.law.rule import Rule


@dataclass(frozen=True)
class Difference:
    """One thing that came out otherwise than expected."""

    what: str
    expected: object
    found: object

    def __str__(self) -> str:
        return f"{self.what} 应为 {_shown(self.expected)}，算得 {_shown(self.found)}"


@dataclass(frozen=True)
class Timeline:
    """An event under a rule, what happened afterwards, and what should follow from it.

    ``expect`` may name ``in_force``, ``raw_last_day``, ``last_day``, ``rolled``, ``provisional``,
    ``conservative_last_day``, ``paused`` and ``remaining``: days as ISO text, ``None`` where nothing can be
    said. What it does not name is not compared.
    """

    name: str
    basis: str
    rule: Rule
    event: date
    expect: Mapping[str, object]
    acts: tuple[Act, ...] = ()
    known_until: int | None = None
    """The last year whose notice counts as published; ``None`` for all that are loaded."""

    def differences(self, calendar: Calendar) -> tuple[Difference, ...]:
        """What came out otherwise than expected; empty where the timeline holds."""
        found = self.outcome(self._as_known(calendar))
        pairs = ((what, expected, found.get(what)) for what, expected in self.expect.items())
        return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])

    def outcome(self, calendar: Calendar) -> dict[str, object]:
        """What follows by the rule, under the names that ``expect`` uses."""
        day = self.event.date() if isinstance(self.event, datetime) else self.event
        if not self.rule.in_force(day):
            return {"in_force": False}
        answer = (
            self._with_acts(calendar) if self.acts else self.rule.last_day(self.event, calendar).as_dict()
        )
        return {"in_force": True, **answer}

    def explain(self, calendar: Calendar) -> tuple[str, ...]:
        """The reasoning that led to the outcome."""
        steps = self.outcome(self._as_known(calendar)).get("explanation", [])
        return tuple(map(str, steps)) if isinstance(steps, list) else ()

    def _with_acts(self, calendar: Calendar) -> dict[str, object]:
        due = self.rule.clock().due([Started(self.event), *self.acts], calendar)
        return due.as_dict() if due else {}

    def _as_known(self, calendar: Calendar) -> Calendar:
        if self.known_until is None:
            return calendar
        return Calendar(year for year in calendar.years if year.number <= self.known_until)


def _shown(value: object) -> str:
    named = {None: "不能确定", True: "是", False: "否"}
    return named.get(value, str(value)) if isinstance(value, bool | None) else str(value)
