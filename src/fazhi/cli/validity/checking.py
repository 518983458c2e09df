"""The daily check of normative documents, by hand: the worker makes it by itself."""

from typing import Annotated

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.register.naming import started

Again = Annotated[bool, typer.Option("--again", help="今天核查过的，再核查一次；已有的发现不会重复")]


def check(again: Again = False, as_json: AsJson = False) -> None:
    """核查规范性文件的效力：期满、将要期满、依据变化、失效后仍被引用；办案作出的决定一并登记。"""
    started()
    from django.utils import timezone

    from fazhi.chapters.decisions.validity.actions import Inspect

    done = Inspect(again=again).perform(timezone.now())
    if as_json:
        told = {"day": done.day.isoformat(), "gathered": done.gathered, "failed": done.failed}
        show_json({**told, "found": done.found})
    else:
        typer.echo(f"{done.day}：登记案件记录 {done.gathered}，未能登记 {done.failed}，新的发现 {done.found}")
