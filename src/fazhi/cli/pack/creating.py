"""``fazhi pack new DIR``: a pack to begin with."""

from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.packs.beginning import begin

New = Annotated[Path, typer.Argument(metavar="DIR", help="新的文件夹，其名称就是规则包的编号")]
Extends = Annotated[str, typer.Option("--extends", help="上层规则包的编号")]


def new(folder: New, extends: Extends = "cn", as_json: AsJson = False) -> None:
    """新建规则包：写好带注释的样本文件，改写后用 fazhi pack check 检查。"""
    written = [str(path.relative_to(folder)) for path in begin(folder, extends)]
    if as_json:
        show_json({"folder": str(folder), "files": written})
        return
    typer.echo(f"已在 {folder} 写好 {len(written)} 个文件：{'、'.join(written)}")
    typer.echo(f"改写后运行 fazhi pack check {folder}")
