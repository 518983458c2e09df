"""What the worker does once a day."""

from datetime import datetime

from fazhi.cli.worker import Daily
from fazhi.fault import Fault
from tests.conftest import at


def test_a_daily_task_is_done_once_a_day_and_again_where_it_failed() -> None:
    asked: list[datetime] = []

    def task(moment: datetime) -> int:
        asked.append(moment)
        if len(asked) == 1:
            raise Fault("x.E001", "演示", "演示")
        return 7

    daily = Daily(task)
    moments = [at(2026, 11, 20, 9), at(2026, 11, 20, 10), at(2026, 11, 20, 11), at(2026, 11, 21, 0)]
    assert [daily(moment) for moment in moments] == [0, 7, 0, 7]
    assert asked == [moments[0], moments[1], moments[3]]
