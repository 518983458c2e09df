"""How long to wait after a failure: twice as long each time, at most a day."""

from datetime import datetime, timedelta

FIRST, MOST = timedelta(minutes=1), timedelta(days=1)
GIVE_UP = 12
"""Attempts, some eight hours in all, after which a person has to look."""


def retry_at(at: datetime, attempts: int) -> datetime:
    """The next try after so many failed ones.

    >>> from datetime import UTC
    >>> start = datetime(2026, 3, 2, tzinfo=UTC)
    >>> [(retry_at(start, n) - start).seconds // 60 for n in (1, 2, 3)]
    [1, 2, 4]
    """
    times: int = 2 ** min(attempts - 1, 20)
    return at + min(FIRST * times, MOST)


def said(error: Exception) -> str:
    """What went wrong, short enough to be kept."""
    return f"{type(error).__name__}: {error}"[:300]
