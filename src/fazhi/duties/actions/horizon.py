"""How far ahead a day may be set: a slip of the pen must not hide a duty for a lifetime."""

from datetime import date, timedelta

from fazhi.fault import Fault

YEARS = 10
"""A working convention, not a rule of law: no outline of a district runs longer."""


def demand_near(day: date, today: date) -> None:
    """Refuse a day more than ten years ahead."""
    if day > today + timedelta(days=366 * YEARS):
        raise Fault("duties.E026", f"日期 {day.isoformat()} 在 {YEARS} 年以后", "请核对年份")
