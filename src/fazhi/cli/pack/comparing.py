"""``fazhi pack diff A B``: what did the new pack change?"""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.packs import content
from fazhi.packs.difference import Change, Difference, differences

Before = Annotated[Path, typer.Argument(metavar="A", help="原来的规则包")]
After = Annotated[Path, typer.Argument(metavar="B", help="新的规则包")]
WORDS = {Change.ADDED: "新增", Change.REMOVED: "删除", Change.CHANGED: "变化"}


def diff(before: Before, after: After, as_json: AsJson = False) -> None:
    """逐项比较两个规则包：新增、删除、变化的条目和值；次序和写法的不同不算变化。"""
    old, new = content.read(before), content.read(after)
    found = differences(old, new)
    if as_json:
        show_json({"before": old.hash, "after": new.hash, "differences": [_as_dict(one) for one in found]})
        return
    for one in found:
        typer.echo(f"{WORDS[one.change]}  {one.kind} {one.name}")
        for value in one.values:
            typer.echo(f"      {value.path}：{_text(value.before)} → {_text(value.after)}")
    typer.echo(f"{len(found)} 项不同" if found else "两个规则包含义相同")


def _as_dict(one: Difference) -> dict[str, Any]:
    return {**vars(one), "values": [vars(value) for value in one.values]}


def _text(value: Any) -> str:
    return "无" if value is None else json.dumps(value, ensure_ascii=False)
