"""``fazhi procedure draw`` and ``diff``: a procedure as SVG or BPMN, and how two editions differ."""

from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.fault import Fault
from fazhi.packs import procedures
from fazhi.procedure.bpmn import bpmn
from fazhi.procedure.canonical import data
from fazhi.procedure.difference import difference
from fazhi.procedure.picture import svg


def draw(
    name: Annotated[str, typer.Argument(help="程序编号或者 .yaml 文件")],
    as_svg: Annotated[bool, typer.Option("--svg", help="输出 SVG（默认）")] = False,
    as_bpmn: Annotated[bool, typer.Option("--bpmn", help="输出 BPMN 2.0")] = False,
    output: Annotated[Path | None, typer.Option(help="写入文件；不写则输出到屏幕")] = None,
) -> None:
    """画出程序：行为、条件和期限。"""
    if as_svg and as_bpmn:
        raise Fault("procedure.E031", "--svg 和 --bpmn 只能选一种", "请分两次输出")
    edition = procedures.named(name)
    text = bpmn(edition) if as_bpmn else svg(edition)
    if output:
        output.write_text(text, "utf-8")
    else:
        typer.echo(text)


def diff(
    before: Annotated[str, typer.Argument(help="原版本：程序编号或者 .yaml 文件")],
    after: Annotated[str, typer.Argument(help="新版本：程序编号或者 .yaml 文件")],
    as_json: AsJson = False,
) -> None:
    """逐项列出两个版本的不同。"""
    changes = difference(procedures.named(before), procedures.named(after))
    if as_json:
        show_json([data(change) for change in changes])
        return
    for change in changes:
        typer.echo(str(change))
    typer.echo(f"{len(changes)}处不同")
