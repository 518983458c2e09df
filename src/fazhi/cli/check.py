"""What an operator asks before the doors open: is this installation sound, and what is to be done if not."""

import typer

from fazhi.cli.inspection import Level, inspect
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json


def check(as_json: AsJson = False) -> None:
    """检查本机安装是否正常；有不合格项时退出码为 2。"""
    findings = inspect()
    if as_json:
        show_json({"findings": [vars(finding) for finding in findings]})
    else:
        print(*findings, sep="\n")
    if any(finding.level is Level.FAIL for finding in findings):
        raise typer.Exit(2)
