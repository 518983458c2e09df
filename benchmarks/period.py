"""Adding N working days: this calendar beside `chinesecalendar` and `holidays`, taken in turn, in one run.

The task is the same for all three: 300 events over 2004-2025, each plus 1 to 60 working days. Every answer of
the libraries is compared with ours, and the events around their one differing day are left out.
"""

import random
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter

import chinese_calendar
import holidays

from fazhi.law.last_day import last_day
from fazhi.law.period import Period
from fazhi.law.unit import Unit
from fazhi.packs import calendar

ROUNDS = 5
TASKS = 300
TARGET_RATIO = 50
TARGET_MICROSECONDS = 1.0
DIFFERING = date(2005, 12, 31)

Add = Callable[[date, int], date | None]
CHINA = holidays.country_holidays("CN", years=range(2004, 2027))


def with_chinesecalendar(day: date, count: int) -> date:
    """The walk its users write: the library answers for one day at a time."""
    while count:
        day += timedelta(days=1)
        count -= chinese_calendar.is_workday(day)
    return day


def with_holidays(day: date, count: int) -> date:
    """The library's own function for the nth working day."""
    return CHINA.get_nth_working_day(day, count)


def tasks() -> list[tuple[date, int]]:
    draw = random.Random(8)
    first, length = date(2004, 1, 1), (date(2025, 12, 31) - date(2004, 1, 1)).days
    drawn = ((first + timedelta(days=draw.randrange(length)), draw.randint(1, 60)) for _ in range(2 * TASKS))
    return [(day, n) for day, n in drawn if abs((DIFFERING - day).days) > 100][:TASKS]


def microseconds(add: Add, work: list[tuple[date, int]]) -> float:
    """The time of one addition in one pass over the work."""
    start = perf_counter()
    for day, count in work:
        add(day, count)
    return (perf_counter() - start) / len(work) * 1e6


def main() -> dict[str, float]:
    """Print the best of several rounds for each and the ratios; give them back by name."""
    official = calendar.load()
    adders: dict[str, Add] = {
        "fazhi": official.after,
        "the whole answer": lambda day, count: last_day(day, Period(count, Unit.WORKING_DAY), official).day,
        "chinesecalendar": with_chinesecalendar,
        "holidays": with_holidays,
    }
    work = tasks()
    for name, add in adders.items():
        assert all(add(*task) == adders["fazhi"](*task) for task in work), f"{name} disagrees"
    best = dict.fromkeys(adders, float("inf"))
    for _ in range(ROUNDS):
        for name, add in adders.items():
            best[name] = min(best[name], microseconds(add, work))
    report(best)
    return best


def report(best: dict[str, float]) -> None:
    print(f"add 1..60 working days, {TASKS} events, best of {ROUNDS}")
    for name, time in best.items():
        print(f"  {name:16} {time:9.3f} µs  {time / best['fazhi']:8.1f} x")
    ratio = min(best["chinesecalendar"], best["holidays"]) / best["fazhi"]
    met = best["fazhi"] <= TARGET_MICROSECONDS and ratio >= TARGET_RATIO
    print(f"  target ≤ {TARGET_MICROSECONDS} µs and ≥ {TARGET_RATIO} x: {'met' if met else 'MISSED'}")


if __name__ == "__main__":
    main()
