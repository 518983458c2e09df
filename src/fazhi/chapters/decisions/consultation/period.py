"""How long the public is asked: thirty days, or fewer with the reason stated (程序暂行条例第十五条)."""

from datetime import date, timedelta

DAYS = 30


def until(opened: date) -> date:
    """The thirtieth day; the day of opening is not counted.

    >>> until(date(2026, 3, 4))
    datetime.date(2026, 4, 3)
    """
    return opened + timedelta(days=DAYS)


def length(opened: date, last: date) -> int:
    """The days there are for comments; ``last`` is one of them, ``opened`` is not.

    >>> length(date(2026, 3, 4), date(2026, 3, 14))
    10
    """
    return (last - opened).days


def is_full(opened: date, last: date) -> bool:
    """Whether the period needs no reason: thirty days or more.

    >>> is_full(date(2026, 3, 4), date(2026, 4, 3)), is_full(date(2026, 3, 4), date(2026, 4, 2))
    (True, False)
    """
    return length(opened, last) >= DAYS
