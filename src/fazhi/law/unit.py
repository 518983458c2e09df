"""In what a period is counted: fixed by law for each rule and never inferred from the law's family."""

from enum import StrEnum


class Unit(StrEnum):
    """行政处罚法 85, 行政强制法 69 and 行政复议法 88 each call other numbers of days working days."""

    WORKING_DAY = "working-day"
    CALENDAR_DAY = "calendar-day"
    MONTH = "month"
    YEAR = "year"
    HOUR = "hour"

    @property
    def chinese(self) -> str:
        """The unit as an official writes it after a number: 5个工作日, 60日.

        >>> [unit.chinese for unit in Unit]
        ['个工作日', '日', '个月', '年', '小时']
        """
        return CHINESE[self]


CHINESE = {
    Unit.WORKING_DAY: "个工作日",
    Unit.CALENDAR_DAY: "日",
    Unit.MONTH: "个月",
    Unit.YEAR: "年",
    Unit.HOUR: "小时",
}
