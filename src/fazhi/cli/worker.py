"""``fazhi worker``: reminders, notices, deliveries and the daily check, beside the server."""

import logging
import signal
import time
from datetime import datetime
from types import FrameType
from typing import Annotated

import typer
from rich.console import Console

from fazhi.fault import Fault

log = logging.getLogger(__name__)
PAUSE = 20
"""Seconds between two rounds with nothing to do."""


def worker(once: Annotated[bool, typer.Option(help="只做一轮就退出")] = False) -> None:
    """提醒到期、分发消息、外发邮件和事件、更新检索索引、每天核查文件效力；与服务同时运行。"""
    from fazhi.cli.schema import ready

    ready()
    from django.utils import timezone

    from fazhi.notices import pulse
    from fazhi.notices.worker import once as round_

    asked = Asked()
    console = Console(stderr=True)
    while True:
        at = timezone.now()
        done, found = round_(at), inspected(at)
        pulse.beat()
        if once or not done.idle or done.failed:
            console.print(
                f"重算 {done.moved}，提醒 {done.told}，失败 {done.failed}，"
                f"分发 {done.dispatched}，外发 {done.delivered}，编入索引 {done.indexed}，效力发现 {found}"
            )
        if once or asked.to_stop:
            return
        if done.idle:
            asked.wait(PAUSE)


def inspected(at: datetime) -> int:
    """What the daily check of normative documents found; a check that fails stops no reminder."""
    from django.db import DatabaseError

    from fazhi.chapters.decisions.validity.actions import Inspect

    try:
        return Inspect().perform(at).found
    except (Fault, DatabaseError):
        log.exception("the check of normative documents failed")
        return 0


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
