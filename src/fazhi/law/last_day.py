"""When a period ends, and how far that can be said today: the question every served paper asks.

The event's day is not counted and a last day of rest moves to the next working day (民事诉讼法 85, to which
行政复议法 88 and 行政诉讼法 101 send). A make-up working weekend is worked: it counts and it stops a move.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from fazhi.law import explanation
from fazhi.law.calendar import DAY, Calendar
from fazhi.law.moment import day_of
from fazhi.law.period import Period
from fazhi.law.unit import Unit
from fazhi.law.year import State


@dataclass(frozen=True)
class LastDay:
    """The last day of a period, or as much of it as the announced calendar allows.

    For hours, ``raw`` and ``day`` are ``datetime``. ``raw`` does not move a last day of rest; where working
    days run into a year without notice, it is where counting every unknown day as worked ends.
    """

    event: date
    period: Period
    backward: bool
    roll: bool
    raw: date
    day: date | None
    """``None`` where no calendar says whether the last day is one of rest."""
    conservative: date | None
    """The last day that is in time on every reading and is known to be a working day."""
    provisional: bool
    """Whether the answer leans on a day that no notice fixes yet."""
    calendar: Calendar = field(repr=False, compare=False)
    moved_by: str = ""
    """The article of the rule that moves a last day of rest; empty for a period that no rule prescribes."""

    @property
    def rolled(self) -> bool:
        """Whether the last day moved off a day of rest."""
        return self.day is not None and self.day != self.raw

    def explain(self) -> tuple[str, ...]:
        """The reasoning step by step, in Chinese, with the articles it rests on."""
        return explanation.steps(self)

    def as_dict(self) -> dict[str, object]:
        """The answer for a machine, as ``fazhi law period --json`` prints it."""
        return {
            "raw_last_day": self.raw.isoformat(),
            "last_day": _iso(self.day),
            "rolled": self.rolled,
            "provisional": self.provisional,
            "conservative_last_day": _iso(self.conservative),
            "explanation": list(self.explain()),
        }


def last_day(
    event: date,
    period: Period,
    calendar: Calendar,
    *,
    backward: bool = False,
    roll: bool = True,
    moved_by: str = "",
) -> LastDay:
    """The last day of ``period`` after ``event`` (before it if ``backward``, as in 开庭三日前).

    ``roll`` says whether the rule moves a last day of rest; working days and hours never need it, and a
    backward period never moves: forward it would cut short the time the law protects, and no article
    tells to move it back. ``moved_by`` is the rule's own article for the move, which the answer then cites.

    >>> from fazhi.law.year import State, Year
    >>> plain = Calendar([Year(2023, State.ANNOUNCED)])
    >>> last_day(date(2023, 3, 1), Period(10, Unit.CALENDAR_DAY), plain).day
    datetime.date(2023, 3, 13)
    """
    try:
        return replace(_answer(event, period, calendar, backward, roll), moved_by=moved_by)
    except OverflowError:
        raise period.beyond(event) from None


def _answer(event: date, period: Period, calendar: Calendar, backward: bool, roll: bool) -> LastDay:
    if period.unit is Unit.HOUR:
        end = period.end(event, backward=backward)
        return LastDay(event, period, backward, False, end, end, end, False, calendar)
    event = day_of(event)
    if period.unit is Unit.WORKING_DAY:
        return _in_working_days(event, period, calendar, backward)
    raw = period.end(event, backward=backward)
    return settled(event, period, raw, calendar, backward=backward, roll=roll)


def settled(
    event: date, period: Period, raw: date, calendar: Calendar, *, backward: bool = False, roll: bool = True
) -> LastDay:
    """The answer for a raw last day already found: moved off a day of rest where the rule says so."""
    moves = roll and not backward
    day = calendar.on_or_after(raw) if moves else raw
    firm = not moves or (day is not None and calendar.announced(raw, day))
    safe = _safe(event, raw, calendar, backward)
    return LastDay(event, period, backward, moves, raw, day, safe, not firm, calendar)


def _in_working_days(event: date, period: Period, calendar: Calendar, backward: bool) -> LastDay:
    day = calendar.before(event, period.amount) if backward else calendar.after(event, period.amount)
    if day is not None and _firm(event, day, calendar):
        return LastDay(event, period, backward, False, day, day, day, False, calendar)
    limit = _limit(event, period, calendar, -DAY if backward else DAY)
    safe = _before_unknown(event, period, calendar) if backward else _safe(event, limit, calendar, False)
    return LastDay(event, period, backward, False, day or limit, day, safe, True, calendar)


def _firm(event: date, day: date, calendar: Calendar) -> bool:
    return calendar.announced(event + DAY, day) if day > event else calendar.announced(day, event - DAY)


def _limit(event: date, period: Period, calendar: Calendar, step: timedelta) -> date:
    """Where counting ends if every day that no notice fixes is worked: no notice can end it sooner."""
    day, left = event, period.amount
    while left:
        day += step
        left -= not (calendar.state(day) is State.ANNOUNCED and calendar.rest(day))
    return day


def _safe(event: date, limit: date, calendar: Calendar, backward: bool) -> date | None:
    """The last announced working day up to the limit, unless the event itself comes later."""
    known = calendar.announced_part
    day = known.on_or_before(limit) if known else None
    return day if day and (backward or day >= event) else None


def _before_unknown(event: date, period: Period, calendar: Calendar) -> date | None:
    """Counting back as if every day that no notice fixes were one of rest: no notice can ask for more."""
    known = calendar.announced_part
    return known.before(min(event, known.last + DAY), period.amount) if known else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
