"""Bring documents in from the command line, by the same action as the import page."""

from pathlib import Path
from typing import Annotated, Any

import typer

from fazhi.cli.input import read_bytes
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.register.naming import actor_of, started

File = Annotated[Path, typer.Argument(help="文件目录：.xlsx、.csv 或者 .json")]
By = Annotated[str, typer.Option("--by", help="办理导入的人员的登录名")]
Trial = Annotated[bool, typer.Option("--dry-run", help="只核对并列出问题，不导入")]
Partial = Annotated[bool, typer.Option("--partial", help="只导入没有问题的行")]


def import_(
    file: File, by: By, trial: Trial = False, partial: Partial = False, as_json: AsJson = False
) -> None:
    """导入规范性文件目录；有问题的行逐行列出，默认一行有误则全部不导入。"""
    started()
    from django.utils import timezone

    from fazhi.chapters.decisions.validity.actions import Import
    from fazhi.registers.files.table import LARGEST

    data = read_bytes(file, LARGEST, "validity.E029")
    actor, at = actor_of(by), timezone.now()
    action = Import(file_name=file.name, data=data, partial=partial)
    told: dict[str, Any] = {"dry_run": trial, **action.report(actor, at).as_dict(), "registered": 0}
    if not as_json:
        _rows(told["bad"])
    if not trial:
        told["registered"] = len(action.perform(actor, at))
    show_json(told) if as_json else _print(told)


def _print(told: dict[str, Any]) -> None:
    done = "没有导入" if told["dry_run"] else f"已登记{told['registered']}件"
    typer.echo(f"{told['rows']}行，可导入{told['good']}行，有问题{len(told['bad'])}行；{done}")


def _rows(bad: list[dict[str, Any]]) -> None:
    for one in bad:
        for mistake in one["mistakes"]:
            where = f"第{one['line']}行 {one['key']} {mistake['column']}"
            typer.echo(f"  {where}：[{mistake['code']}] {mistake['wrong']}。{mistake['remedy']}。", err=True)
