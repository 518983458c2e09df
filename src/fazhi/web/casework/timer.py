"""The clocks of a case as a clerk reads them: the day, how far it is, and how it comes about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fazhi.cases import lawbook
from fazhi.cases.actions import project
from fazhi.cases.store import File
from fazhi.law.strip import Strip
from fazhi.procedure.due import Reading
from fazhi.web.weeks import Weeks, weeks


class Light(StrEnum):
    """How a clock stands, by the light that shows it."""

    OVERDUE = "red"
    SOON = "yellow"
    RUNNING = "green"
    QUIET = "none"


@dataclass(frozen=True)
class Timer:
    """One clock that has started."""

    reading: Reading
    today: date

    @property
    def light(self) -> Light:
        """Red once the last day passed undone, yellow from the first reminder on; a least time has none."""
        if self.reading.late(self.today):
            return Light.OVERDUE
        if not self.reading.running or self.reading.day is None or self.reading.clock.at_least:
            return Light.QUIET
        return Light.SOON if self.left is not None and self.left <= self._soon else Light.RUNNING

    @property
    def _soon(self) -> int:
        return max(self.reading.clock.warns, default=3)

    @property
    def left(self) -> int | None:
        """Working days from today to the last day, none where it is past or not fixed."""
        day = self.reading.day
        if not self.reading.running or day is None or day < self.today:
            return None
        return lawbook.days().working_days(self.today, day)

    @property
    def said(self) -> str:
        """How it stands, in words."""
        reading = self.reading
        if reading.clock.at_least and reading.day is not None:
            return self._passed
        if reading.stopped:
            late = "，超过期限" if reading.late(reading.stopped) else ""
            return f"{reading.stopped} 已停止{late}"
        if reading.day is None:
            return "正在中止" if reading.due else "日期尚未确定"
        if reading.late(self.today):
            return f"已逾期（{reading.day}）"
        return "今天到期" if reading.day == self.today else f"还有 {self.left} 个工作日"

    @property
    def _passed(self) -> str:
        """Of a time that has to pass first: whether it has, and where not, that it ended before."""
        if self.reading.expired(self.today):
            return "时间已满"
        return f"{self.reading.stopped} 未满即结束" if self.reading.stopped else f"到 {self.reading.day} 才满"

    @property
    def weeks(self) -> Weeks | None:
        """The period day by day, where nothing was left out of it."""
        found = self.reading.due
        return weeks(Strip(found.last)) if self.drawn and found and found.last else None

    @property
    def drawn(self) -> bool:
        """Whether there is such a picture."""
        found = self.reading.due
        return bool(found and found.last and not found.spans)


def timers(file: File, today: date) -> tuple[Timer, ...]:
    """The clocks that have started: those that run first, by their last day."""
    return tuple(sorted(_started(file, today), key=_order))


def _started(file: File, today: date) -> Iterator[Timer]:
    for reading in project.readings(file.row, file.case, today).values():
        if reading.started:
            yield Timer(reading, today)


def _order(timer: Timer) -> tuple[bool, date]:
    return not timer.reading.running, timer.reading.day or date.max
