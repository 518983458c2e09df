"""``fazhi procedure test``: the golden stories of the procedures."""

from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli.law.law_test import report
from fazhi.cli.option import AsJson
from fazhi.packs import calendar, procedures, stories


def stories_test(
    path: Annotated[Path | None, typer.Argument(help="程序测试的文件或者文件夹；不写则运行全部")] = None,
    as_json: AsJson = False,
) -> None:
    """运行程序测试；有不符的，逐项列出并以状态1退出。"""
    tests = stories.load(procedures.editions(), (path,) if path else ())
    report(tests, calendar.load(), as_json=as_json)
