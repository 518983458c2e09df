"""``fazhi pack schema``: the JSON Schema by which an editor checks and completes a pack's files."""

from typing import Annotated, Any

import typer

from fazhi.cli import framework
from fazhi.cli.output import show_json
from fazhi.fault import Fault
from fazhi.packs.kind import FORMS
from fazhi.packs.kind import schema as schema_of
from fazhi.packs.source import suggest

DISTRICTS = ("organs", "outline")
"""Kinds whose forms the apps define."""
KINDS = (*FORMS, *DISTRICTS)
Kind = Annotated[str, typer.Argument(metavar="[KIND]", help=f"种类：{'、'.join(KINDS)}；不写则全部列出")]


def schema(kind: Kind = "") -> None:
    """输出规则包各种文件的 JSON Schema，供编辑器校验和补全。"""
    if kind and kind not in KINDS:
        raise Fault("pack.E014", f"没有“{kind}”这种文件", suggest(kind, KINDS))
    show_json(_schema(kind) if kind else {one: _schema(one) for one in KINDS})


def _schema(kind: str) -> dict[str, Any]:
    return schema_of(kind) if kind in FORMS else schema_of(kind, forms()[kind])


def forms() -> dict[str, Any]:
    """The forms that the apps define, by kind."""
    framework.start()
    from fazhi.demo.pack import OutlinePack
    from fazhi.office.pack import OfficePack

    return {"organs": OfficePack, "outline": OutlinePack}
