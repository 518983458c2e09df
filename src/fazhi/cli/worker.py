"""``fazhi worker``: reminders, notices, deliveries and the daily check, beside the server."""

import logging
import signal
import time
from collections.abc import Callable
from datetime import date, datetime
from types import FrameType
from typing import Annotated

import typer
from rich.console import Console

from fazhi.fault import Fault

log = logging.getLogger(__name__)
PAUSE = 20
"""Seconds between two rounds with nothing to do."""


def worker(once: Annotated[bool, typer.Option(help="只做一轮就退出")] = False) -> None:
    """提醒到期、分发消息、外发邮件和事件、更新检索索引；每天核查文件效力、报送到期任务。与服务同时运行。"""
    from fazhi.cli.schema import ready

    ready()
    from django.utils import timezone

    from fazhi.notices import pulse
    from fazhi.notices.worker import once as round_

    asked = Asked()
    inspecting, answering = Work("validity", _inspected), Work("answering", _answered, daily=True)
    reminding = Work("tokens", _reminded, daily=True)
    console = Console(stderr=True)
    while True:
        at = timezone.now()
        done, found, answered = round_(at), inspecting(at), answering(at)
        reminding(at)
        pulse.beat()
        if once or not done.idle or done.failed:
            console.print(
                f"重算 {done.moved}，提醒 {done.told}，失败 {done.failed}，"
                f"分发 {done.dispatched}，外发 {done.delivered}，编入索引 {done.indexed}，"
                f"效力发现 {found}，自动报送 {answered}"
            )
        if once or asked.to_stop:
            return
        if done.idle:
            asked.wait(PAUSE)


class Work:
    """Something the rounds do beside reminders: what fails is journaled, waits, and holds up nothing else.

    ``daily`` work is done in the first round of each day; a day that failed is tried again.
    """

    def __init__(self, name: str, task: Callable[[datetime], int], *, daily: bool = False) -> None:
        self._name, self._task, self._daily = name, task, daily
        self._done = date.min

    def __call__(self, at: datetime) -> int:
        from django.db import DatabaseError
        from django.utils import timezone

        from fazhi.notices.waiting import waiting

        today = timezone.localdate(at)
        if (self._daily and self._done == today) or waiting(self._name, at):
            return 0
        try:
            number = self._task(at)
        except (Fault, DatabaseError) as error:
            self._failed(error, at)
            return 0
        self._done = today
        return number

    def _failed(self, error: Exception, at: datetime) -> None:
        """One line for each failure; what was said is in the journal, since logs hold nobody's words."""
        from fazhi.notices.actions import fail

        code = fail(self._name, error, at).code
        log.error(f"{code}: the work {self._name} failed", exc_info=error)


def _answered(at: datetime) -> int:
    from fazhi.indicators.actions import AnswerDue

    return AnswerDue().perform(at)


def _reminded(at: datetime) -> int:
    from fazhi.api.actions import remind

    return remind(at)


def _inspected(at: datetime) -> int:
    from fazhi.chapters.decisions.validity.actions import Inspect

    return Inspect().perform(at).found


class Asked:
    """Whether somebody asked to stop (SIGTERM, Ctrl-C): the round at hand is finished first."""

    def __init__(self) -> None:
        self.to_stop = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.to_stop = True

    def wait(self, seconds: int) -> None:
        """Sleep, but not through a wish to stop."""
        until = time.monotonic() + seconds
        while not self.to_stop and time.monotonic() < until:
            time.sleep(0.5)
