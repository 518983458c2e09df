"""``fazhi pack check``: may this pack be used, and if not, which lines are to be mended?"""

from pathlib import Path
from typing import Annotated, Any

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import fail, show_json
from fazhi.cli.pack.describing import forms
from fazhi.packs import DISTRICT
from fazhi.packs.examination import Examination, examine

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="规则包的文件夹，默认为随程序提供的河东区规则包")]
Known = Annotated[bool, typer.Option("--notes", help="列出名录没有记载、因而没有核对的事项")]


def check(folder: Folder = DISTRICT, notes: Known = False, as_json: AsJson = False) -> None:
    """检查规则包及其上层：格式、引用、层级、决策表和法律测试的写法；有错误时以状态1退出。"""
    found = examine(folder, forms())
    if as_json:
        show_json(_as_dict(found))
    elif found.faults:
        _refuse(found)
    else:
        _show(found, notes=notes)
    raise typer.Exit(1 if found.faults else 0)


def _refuse(found: Examination) -> None:
    for fault in found.faults:
        fail(fault, as_json=False)
    typer.echo(f"共 {len(found.faults)} 处错误", err=True)


def _as_dict(found: Examination) -> dict[str, Any]:
    layers = [
        {"id": pack.id, "title": pack.title, "hash": content.hash, "elements": content.count()}
        for pack, content in zip(found.packs, found.contents, strict=False)
    ]
    faults = [fault.as_dict() for fault in found.faults]
    return {"ok": not faults, "layers": layers, "notes": found.notes, "faults": faults}


def _show(found: Examination, *, notes: bool) -> None:
    for pack, content in zip(found.packs, found.contents, strict=True):
        parts = "，".join(f"{kind} {number}" for kind, number in content.count().items())
        typer.echo(f"{pack.id}（{pack.title}）：{parts}\n  {content.hash}")
    more = "" if notes or not found.notes else "（用 --notes 列出）"
    typer.echo(f"没有错误；名录没有记载的事项 {len(found.notes)} 处{more}")
    for note in found.notes if notes else ():
        typer.echo(f"  {note}")
