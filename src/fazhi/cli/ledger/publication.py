"""The day's checkpoint, as a timer on the server asks for it."""

from fazhi.cli import framework, schema
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.progress import waiting
from fazhi.ledger import sm2

OFF = "本机没有 SM2，国密签名未启用"


def checkpoint(as_json: AsJson = False) -> None:
    """公布今天的存证点；当天再次运行不改变什么。"""
    framework.start()
    schema.demand_current()
    from django.utils import timezone

    from fazhi.cases.actions import PublishCheckpoint

    with waiting("正在计算存证点…"):
        held = PublishCheckpoint().perform(timezone.now())
    if as_json:
        answer = {"day": held.day.isoformat(), "size": held.size, "root": held.root}
        show_json({**answer, "note": held.note, "sm2": sm2.available()})
        return
    print(held.note, end="")
    if not sm2.available():
        print(OFF)
