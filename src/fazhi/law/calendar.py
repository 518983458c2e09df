"""Which days people work, so that a period in working days is a look-up and not a walk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise, takewhile

from fazhi.fault import Fault
from fazhi.law.year import State, Year

DAY = timedelta(days=1)
WEEKEND = "周末"
MAKE_UP = "调休上班"


@dataclass(frozen=True)
class Stretch:
    """Days in a row that differ from Monday-to-Friday for one reason: a festival, a weekend, make-up work."""

    name: str
    since: date
    until: date

    @property
    def length(self) -> int:
        return (self.until - self.since).days + 1


class Calendar:
    """Years in a row without gap; every day outside them is unknown and nothing is assumed about it.

    >>> from fazhi.law.year import Holiday
    >>> spring = Holiday("春节", date(2024, 2, 10), date(2024, 2, 17))
    >>> calendar = Calendar([Year(2024, State.ANNOUNCED, (spring,), frozenset({date(2024, 2, 18)}))])
    >>> calendar.after(date(2024, 2, 6), 5), calendar.state(date(2025, 1, 1)).value
    (datetime.date(2024, 2, 19), 'unknown')
    """

    __slots__ = ("_count", "_eve", "_rest", "_working", "first", "last", "years")

    def __init__(self, years: Iterable[Year]) -> None:
        self.years = tuple(sorted(years, key=lambda year: year.number))
        _refuse_gaps(self.years)
        days = [day for year in self.years for day in year.days()]
        self._rest = _rest_days(self.years, days)
        self._working = tuple(day for day in days if day not in self._rest)
        self._count = [0, *accumulate(day not in self._rest for day in days)]
        self.first, self.last = days[0], days[-1]
        self._eve = self.first.toordinal() - 1

    def after(self, day: date, count: int) -> date | None:
        """The ``count``-th working day (1 or more) after a day; ``None`` where it is not known."""
        index = day.toordinal() - self._eve
        if index < 0:
            return None
        try:
            return self._working[self._count[index] + count - 1]
        except IndexError:
            return None

    def before(self, day: date, count: int) -> date | None:
        """The ``count``-th working day (1 or more) before a day; ``None`` where it is not known."""
        index = day.toordinal() - self._eve - 1
        if not 0 <= index < len(self._count):
            return None
        position = self._count[index] - count
        return self._working[position] if position >= 0 else None

    def on_or_after(self, day: date) -> date | None:
        """The day itself where it is a working day, else the next one; ``None`` where it is not known."""
        return self.after(day - DAY, 1)

    def on_or_before(self, day: date) -> date | None:
        """The last day up to this one that is known to be a working day."""
        return self.before(min(day, self.last) + DAY, 1)

    def working_days(self, since: date, until: date) -> int:
        """How many days of ``since`` … ``until`` are worked; one nobody knows counts as worked."""
        known = range(max(since, self.first).toordinal(), min(until, self.last).toordinal() + 1)
        length = max((until - since).days + 1, 0)
        return length - sum(date.fromordinal(n) in self._rest for n in known)

    def state(self, day: date) -> State:
        """Whether a notice fixes this day, somebody foresees it, or nothing is known."""
        if not self.first <= day <= self.last:
            return State.UNKNOWN
        return self.years[day.year - self.first.year].state

    def announced(self, since: date, until: date) -> bool:
        """Whether a notice fixes every day from ``since`` to ``until``."""
        if since > until:
            return True
        known = self.first <= since and until <= self.last
        reach = self.years[since.year - self.first.year : until.year - self.first.year + 1] if known else ()
        return known and all(year.state is State.ANNOUNCED for year in reach)

    @property
    def announced_part(self) -> "Calendar | None":
        """The leading years that a notice fixes; ``None`` where there is none."""
        fixed = tuple(takewhile(lambda year: year.state is State.ANNOUNCED, self.years))
        return self if fixed == self.years else Calendar(fixed) if fixed else None

    def rest(self, day: date) -> str | None:
        """Why nobody works on a known day (a festival's name or 周末); ``None`` on a working day."""
        return self._rest.get(day)

    def stretches(self, since: date, until: date) -> tuple[Stretch, ...]:
        """The days of rest and of make-up work in ``since`` … ``until``, joined where they run on."""
        return tuple(_joined(self._marked(max(since, self.first), min(until, self.last))))

    def _marked(self, since: date, until: date) -> Iterator[tuple[date, str]]:
        for n in range((until - since).days + 1):
            day = since + timedelta(days=n)
            if reason := self._rest.get(day):
                yield day, reason
            elif day.weekday() >= 5:
                yield day, MAKE_UP


def _refuse_gaps(years: tuple[Year, ...]) -> None:
    if not years:
        raise Fault("law.E104", "日历中没有任何年度", "请至少载入一个年度的放假安排")
    for one, following in pairwise(years):
        if following.number != one.number + 1:
            missing = f"{one.number}年之后是{following.number}年"
            raise Fault("law.E104", f"日历年度不连续或者重复：{missing}", "请补齐或者删去重复的年度")


def _rest_days(years: tuple[Year, ...], days: list[date]) -> dict[date, str]:
    make_up = {day for year in years for day in year.make_up}
    rest = {day: WEEKEND for day in days if day.weekday() >= 5 and day not in make_up}
    festivals = (holiday for year in years for holiday in year.holidays)
    return rest | {day: holiday.name for holiday in festivals for day in holiday.days()}


def _joined(marked: Iterable[tuple[date, str]]) -> Iterator[Stretch]:
    run: Stretch | None = None
    for day, name in marked:
        if run and run.name == name and day == run.until + DAY:
            run = Stretch(name, run.since, day)
            continue
        if run:
            yield run
        run = Stretch(name, day, day)
    if run:
        yield run
