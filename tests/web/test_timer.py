"""A clock in words: what is late, and a time that has to pass first, with which nobody is late."""

from datetime import date

import pytest

from fazhi.cases import lawbook
from fazhi.procedure.due import Reading
from fazhi.web.casework.timer import Light, Timer

START, LAST = date(2026, 8, 23), date(2026, 9, 22)
CLOCKS = {clock.at_least: clock for clock in lawbook.editions()["normative-document"][-1].clocks}


def timer(at_least: bool, today: date, stopped: date | None = None) -> Timer:
    return Timer(Reading(CLOCKS[at_least], START, stopped, LAST), today)


@pytest.mark.parametrize(
    ("today", "stopped", "said"),
    [
        (date(2026, 9, 1), None, "到 2026-09-22 才满"),
        (date(2026, 9, 23), None, "时间已满"),
        (date(2026, 11, 1), date(2026, 9, 29), "时间已满"),
        (date(2026, 11, 1), date(2026, 9, 20), "2026-09-20 未满即结束"),
    ],
)
def test_nobody_is_late_with_a_time_that_has_to_pass(today: date, stopped: date | None, said: str) -> None:
    shown = timer(True, today, stopped)
    assert (shown.light, shown.said) == (Light.QUIET, said)
    assert not shown.reading.late(today)


@pytest.mark.parametrize(
    ("today", "stopped", "light", "said"),
    [
        (date(2026, 9, 22), None, Light.SOON, "今天到期"),
        (date(2026, 9, 23), None, Light.OVERDUE, "已逾期（2026-09-22）"),
        (date(2026, 11, 1), date(2026, 9, 29), Light.OVERDUE, "2026-09-29 已停止，超过期限"),
        (date(2026, 11, 1), date(2026, 9, 20), Light.QUIET, "2026-09-20 已停止"),
    ],
)
def test_a_limit_that_passed_is_late(today: date, stopped: date | None, light: Light, said: str) -> None:
    shown = timer(False, today, stopped)
    assert (shown.light, shown.said) == (light, said)
