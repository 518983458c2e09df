"""The day or instant from which a period runs, as people write it."""

from datetime import date, datetime

from fazhi.fault import Fault


def moment(text: str) -> date:
    """A day, or an instant where a time is written; ``Fault`` law.E105 where it is neither.

    >>> moment("2024-02-06"), moment("2024-02-06T15:30")
    (datetime.date(2024, 2, 6), datetime.datetime(2024, 2, 6, 15, 30))
    """
    try:
        return datetime.fromisoformat(text) if "T" in text or ":" in text else date.fromisoformat(text)
    except ValueError:
        raise Fault("law.E105", f"“{text}”不是日期", "请写成 2024-02-06 或者 2024-02-06T15:30") from None


def day_of(moment: date) -> date:
    """The day of an instant, or the day itself."""
    return moment.date() if isinstance(moment, datetime) else moment
