"""``fazhi law import DIR``: bring a folder of statute texts into the library."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.progress import measured
from fazhi.cli.schema import ready

if TYPE_CHECKING:
    from fazhi.statutes.report import Report


def import_(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="存放法规文本（MD、TXT、DOCX）的文件夹")],
    as_json: AsJson = False,
) -> None:
    """导入法规文本；同一文件重复导入不产生变化，有问题的文件整件跳过并说明原因。"""
    ready()
    from fazhi.statutes.importing import Import
    from fazhi.statutes.source import files

    paths, run = files(folder), Import()
    with measured("导入法规") as report:
        for done, _ in enumerate(run.run(paths), 1):
            report(done, len(paths))
    show_json(run.report.as_dict()) if as_json else _show(run.report)


def _show(report: "Report") -> None:
    counts = (len(report.imported), len(report.replaced), len(report.unchanged), len(report.skipped))
    typer.echo("新增 {} 件，更新 {} 件，未变 {} 件，跳过 {} 件".format(*counts))
    for name, fault in report.skipped:
        typer.echo(f"  {name}：{fault}", err=True)
