"""What an operator asks before the doors open: is this installation sound, and what is to be done if not."""

from typing import Annotated

import typer

from fazhi.cli.finding import Level
from fazhi.cli.inspection import inspect
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json

Whole = Annotated[bool, typer.Option("--all", help="核对全部案件，不只是抽样")]


def check(whole: Whole = False, as_json: AsJson = False) -> None:
    """检查本机安装是否正常；有不合格项时退出码为 2。"""
    findings = inspect(whole=whole)
    if as_json:
        show_json({"findings": [vars(finding) for finding in findings]})
    else:
        print(*findings, sep="\n")
    if any(finding.level is Level.FAIL for finding in findings):
        raise typer.Exit(2)
