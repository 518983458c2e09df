"""Re-check the basis of every entry of one register, or of all of them, on a day (20.1)."""

from typing import Any

import typer

from fazhi.cli.option import AsJson, OnDay
from fazhi.cli.output import show_json
from fazhi.cli.progress import waiting
from fazhi.cli.register.naming import Keeper, Number, edition_of, register_of, started

FLAGGED = 1
"""The exit status where any entry has something wrong, so that a script can tell."""


def audit(
    kind: str = typer.Argument("", metavar="[KIND]", help="清单种类；不写则核查全部现行清单"),
    of: Keeper = "",
    edition: Number = None,
    on: OnDay = None,
    as_json: AsJson = False,
) -> None:
    """逐项核查依据是否成立；有事项需要处理的，退出码为 1。"""
    started()
    from django.utils import timezone

    from fazhi.registers.audit import audit as check

    day = on.date() if on else timezone.localdate()
    found = []
    with waiting("正在核查依据…"):
        for one in _editions(kind, of, edition):
            result = check(one.form, one.entries.all(), day)
            found.append({"register": str(one.register), "edition": one.number, **result.as_dict()})
    show_json(found) if as_json else _print(found)
    if any(one["flagged"] for one in found):
        raise typer.Exit(FLAGGED)


def _editions(kind: str, keeper: str, number: int | None) -> list[Any]:
    from fazhi.registers.models import Register
    from fazhi.registers.standing import in_force

    if kind and keeper:
        return [edition_of(register_of(kind, keeper), number)]
    rows = Register.objects.filter(organ__isnull=False, **({"kind": kind} if kind else {}))
    return [found for row in rows if (found := in_force(row))]


def _print(found: list[dict[str, Any]]) -> None:
    for one in found:
        typer.echo(f"{one['register']} 第{one['edition']}版：{one['entries']}项，需要处理{one['flagged']}项")
        for finding in one["findings"]:
            typer.echo(f"  {finding['key']}　[{finding['code']}] {finding['wrong']}。{finding['remedy']}。")
    if not found:
        typer.echo("没有现行的清单")
