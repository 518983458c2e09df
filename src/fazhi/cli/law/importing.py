"""``fazhi law import DIR``: bring a folder of statute texts into the library."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from fazhi.cli import database
from fazhi.cli.output import show_json

if TYPE_CHECKING:
    from fazhi.statutes.report import Report

PATIENCE = 2.0
"""Seconds without a word before a progress bar appears."""


def import_(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="存放法规文本（MD、TXT、DOCX）的文件夹")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """导入法规文本；同一文件重复导入不产生变化，有问题的文件整件跳过并说明原因。"""
    database.ready()
    from fazhi.statutes.importing import Import
    from fazhi.statutes.source import files

    paths = files(folder)
    run = Import()
    with Progress(console=Console(stderr=True), transient=True, disable=as_json) as progress:
        task = progress.add_task("导入法规", total=len(paths), visible=False)
        for _ in run.run(paths):
            progress.update(task, advance=1, visible=(progress.tasks[0].elapsed or 0) > PATIENCE)
    show_json(run.report.as_dict()) if as_json else _show(run.report)


def _show(report: "Report") -> None:
    counts = (len(report.imported), len(report.replaced), len(report.unchanged), len(report.skipped))
    typer.echo("新增 {} 件，更新 {} 件，未变 {} 件，跳过 {} 件".format(*counts))
    for name, fault in report.skipped:
        typer.echo(f"  {name}：{fault}", err=True)
