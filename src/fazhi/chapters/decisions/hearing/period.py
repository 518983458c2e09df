"""The papers reach the participants seven days before the hearing (程序暂行条例第十六条第三款)."""

from datetime import date, timedelta

DAYS = 7


def earliest(delivered: date) -> date:
    """The first day for the hearing once the papers are delivered; neither day counts as a full one.

    >>> earliest(date(2026, 3, 2))
    datetime.date(2026, 3, 9)
    """
    return delivered + timedelta(days=DAYS)


def latest(held: date) -> date:
    """The last day to deliver the papers for a hearing.

    >>> latest(date(2026, 3, 9))
    datetime.date(2026, 3, 2)
    """
    return held - timedelta(days=DAYS)
