"""How long the law gives: a number in one unit, counted from the day after the event."""

import calendar as gregorian
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fazhi.fault import Fault
from fazhi.law.unit import Unit


@dataclass(frozen=True)
class Period:
    """A statutory period such as 五个工作日 or 六个月; at least one unit long.

    >>> print(Period(5, Unit.WORKING_DAY), Period(6, Unit.MONTH))
    5个工作日 6个月
    """

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise Fault("law.E101", f"期间不能是{self}", "请写至少为1的整数")

    def __str__(self) -> str:
        return f"{self.amount}{self.unit.chinese}"

    def end(self, event: date, *, backward: bool = False) -> date:
        """The last day by plain counting, the event's day left out; not for working days.

        Months and years end on the corresponding day, else on the month's last (民法典 202, by analogy).
        Hours run on from the instant, so the event is then a ``datetime``.

        >>> Period(1, Unit.MONTH).end(date(2023, 1, 31)), Period(1, Unit.YEAR).end(date(2024, 2, 29))
        (datetime.date(2023, 2, 28), datetime.date(2025, 2, 28))
        >>> Period(5, Unit.CALENDAR_DAY).end(date(2024, 3, 3), backward=True)
        datetime.date(2024, 2, 27)
        """
        amount = -self.amount if backward else self.amount
        try:
            return _moved(event, amount, self.unit)
        except (OverflowError, ValueError):
            raise self.beyond(event) from None

    def beyond(self, event: date) -> Fault:
        """The refusal where a period leaves the years that a calendar can write."""
        day = event.isoformat()
        return Fault("law.E103", f"从{day}起算的{self}超出历法范围", "请核对起算日和期间")


def _moved(event: date, amount: int, unit: Unit) -> date:
    match unit:
        case Unit.CALENDAR_DAY:
            return event + timedelta(days=amount)
        case Unit.MONTH:
            return _months(event, amount)
        case Unit.YEAR:
            return _months(event, 12 * amount)
        case Unit.HOUR:
            return _hours(event, amount)
        case Unit.WORKING_DAY:
            raise TypeError("working days need a calendar: see fazhi.law.last_day")


def _months(event: date, amount: int) -> date:
    year, month = divmod(event.year * 12 + event.month - 1 + amount, 12)
    length = gregorian.monthrange(year, month + 1)[1]
    return event.replace(year=year, month=month + 1, day=min(event.day, length))


def _hours(event: date, amount: int) -> datetime:
    if not isinstance(event, datetime):
        raise Fault("law.E102", "按小时计算的期间缺少起算时刻", "请写到时和分，例如 2024-02-06T15:30")
    return event + timedelta(hours=amount)
