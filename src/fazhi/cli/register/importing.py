"""Bring a list in from the command line, by the same action as the import page."""

from pathlib import Path
from typing import Annotated, Any

import typer

from fazhi.cli.input import read_bytes
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.progress import waiting
from fazhi.cli.register.naming import Keeper, Kind, actor_of, register_of, started
from fazhi.fault import Fault

File = Annotated[Path, typer.Argument(help="清单文件：.xlsx、.csv 或者 .json")]
By = Annotated[str, typer.Option("--by", help="办理导入的人员的登录名")]
Trial = Annotated[bool, typer.Option("--dry-run", help="只核对并列出问题，不导入")]
Partial = Annotated[bool, typer.Option("--partial", help="只导入没有问题的行")]
Open = Annotated[bool, typer.Option("--open", help="该单位还没有这种清单的，先建立")]
Superior = Annotated[bool, typer.Option("--superior", help="与 --open 同用：建立供对照的上级清单")]


def import_(
    kind: Kind,
    file: File,
    of: Keeper,
    by: By,
    trial: Trial = False,
    partial: Partial = False,
    opened: Open = False,
    superior: Superior = False,
    as_json: AsJson = False,
) -> None:
    """导入一份清单，形成新的草稿版本；有问题的行逐行列出，默认一行有误则全部不导入。"""
    started()
    from django.db import transaction
    from django.utils import timezone

    from fazhi.registers.actions import Keep
    from fazhi.registers.files.table import LARGEST

    data = read_bytes(file, LARGEST, "registers.E063")
    actor, at = actor_of(by), timezone.now()
    with waiting("正在核对并导入…"), transaction.atomic():
        register = _opened(kind, of, actor, superior=superior) if opened else register_of(kind, of)
        keep = Keep(register=register, file_name=file.name, data=data, partial=partial)
        reading = keep.report(at)
        told = {"register": str(register), "dry_run": trial, **reading.as_dict()}
        if not trial:
            told["edition"] = _kept(keep, actor, at, told, as_json=as_json)
        transaction.set_rollback(trial)
    show_json(told) if as_json else _print(told)


def _opened(kind: str, keeper: str, actor: Any, *, superior: bool) -> Any:
    from django.utils import timezone

    from fazhi.office.models import Organ
    from fazhi.office.resolution import Directory
    from fazhi.registers.actions import open_register, open_superior

    at = timezone.now()
    if superior:
        return open_superior(actor, kind, keeper, at)
    found = Directory(timezone.localdate(at)).resolve(keeper).organs
    organ = Organ.objects.filter(code=keeper).first() or (found[0] if len(found) == 1 else None)
    if organ is None:
        raise Fault("registers.E060", f"没有名为“{keeper}”的单位", "请用本区单位的代码或者名称")
    return open_register(actor, kind, organ, at)


def _kept(keep: Any, actor: Any, at: Any, told: dict[str, Any], *, as_json: bool) -> int:
    """The number of the new edition; where rows are bad and all were wanted, they are listed first."""
    try:
        return int(keep.perform(actor, at).number)
    except Fault as fault:
        if fault.code == "registers.E010" and not as_json:
            _rows(told, err=True)
        raise


def _print(told: dict[str, Any]) -> None:
    _rows(told, err=False)
    left = len(told["bad"])
    if told["dry_run"]:
        typer.echo(f"{told['register']}：{told['rows']}行，可导入{told['good']}行，有问题{left}行；没有导入")
    else:
        typer.echo(
            f"{told['register']}：已导入{told['good']}行为第{told['edition']}版（草稿），未导入{left}行"
        )


def _rows(told: dict[str, Any], *, err: bool) -> None:
    for bad in told["bad"]:
        for mistake in bad["mistakes"]:
            where = f"第{bad['line']}行 {bad['key']} {mistake['column']}"
            typer.echo(f"  {where}：[{mistake['code']}] {mistake['wrong']}。{mistake['remedy']}。", err=err)
