"""``fazhi procedure seal``: the editions of a pack are released, and from then on stay as they are."""

from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli.procedure.verification import beginning
from fazhi.fault import Fault
from fazhi.law.calendar import Calendar
from fazhi.packs import calendar, lock, stories
from fazhi.procedure.edition import Edition
from fazhi.procedure.verify.verifier import verify


def seal(pack: Annotated[Path, typer.Argument(help="规则包文件夹")]) -> None:
    """发布规则包的程序版本：验证并运行程序测试后，把摘要写入 procedures/editions.lock；此后不得原地改动。"""
    days = calendar.load(pack)
    fresh = tuple(lock.unsealed(pack))
    for edition in fresh:
        _demand_sound(edition, days)
    _demand_stories(pack, days)
    if fresh:
        _write(pack, fresh)
    for edition in fresh:
        typer.echo(f"{edition.id}  {edition.since or ''}  {edition.content_hash}")
    typer.echo(f"发布{len(fresh)}个版本")


def _demand_sound(edition: Edition, days: Calendar) -> None:
    grave = [one for one in verify(edition, days, beginning(edition, days)).findings if one.grave]
    if grave:
        wrong = f"{edition.title}没有通过验证：{grave[0].says}"
        raise Fault("pack.E018", wrong, f"请用 fazhi procedure verify {edition.id} 查看经过，改正后再发布")


def _demand_stories(pack: Path, days: Calendar) -> None:
    failed = [one for one in stories.of(pack) if one.timeline.differences(days)]
    if failed:
        wrong = f"程序测试“{failed[0].timeline.name}”与规定不符"
        raise Fault("pack.E018", wrong, "请用 fazhi procedure test 查看，改正后再发布")


def _write(pack: Path, fresh: tuple[Edition, ...]) -> None:
    held = [entry for entry, _, _ in lock.sealed(pack)]
    new = [lock.Sealed(procedure=one.id, since=one.since, digest=one.content_hash) for one in fresh]
    target = pack / lock.NAME
    try:
        target.parent.mkdir(exist_ok=True)
        target.write_text(lock.text([*held, *new]), "utf-8")
    except OSError as error:
        raise Fault("pack.E016", f"无法写入 {target}（{error.strerror}）", "请检查目录及其权限") from None
