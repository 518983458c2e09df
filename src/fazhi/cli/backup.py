"""A district's records must survive the loss of a machine: copies proven when made and when put back."""

import hashlib
import os
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from fazhi.cli import framework, schema
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.fault import Fault

Target = Annotated[Path, typer.Argument(help="备份文件，不得已存在")]
Source = Annotated[Path, typer.Argument(help="备份文件")]
Replace = Annotated[bool, typer.Option("--replace", help="数据库已有内容时仍以备份取代")]


def backup(file: Target, as_json: AsJson = False) -> None:
    """备份数据库（网站可继续运行）。"""
    framework.start()
    if file.exists():
        raise Fault("backup.E001", f"文件 {file} 已存在", "请换一个文件名；备份从不覆盖")
    part = file.with_name(f".{file.name}.part")
    try:
        _create(part)
        _engine().save(part)
        _demand_copy(part)
        _sums(file).write_text(f"{_digest(part)}  {file.name}\n", "utf-8")
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)
    _say("已备份到", file, as_json)


def restore(file: Source, replace: Replace = False, as_json: AsJson = False) -> None:
    """从备份恢复数据库。"""
    framework.start()
    _demand_copy(file)
    _demand_unchanged(file)
    if _tables() and not replace:
        raise Fault(
            "backup.E003", "数据库已有内容", "确认要以备份取代时加 --replace；建议先 fazhi backup 另存一份"
        )
    _engine().load(file)
    _say("已恢复自", file, as_json)
    if not as_json and not _sums(file).is_file():
        print(f"没有校验文件 {_sums(file).name}，只查了文件结构；请另用 fazhi ledger verify --database 核验")
    if not as_json and schema.pending():
        print("备份来自较早的版本：请接着运行 fazhi migrate")


def _create(part: Path) -> None:
    """Make the file first, readable by its owner only: it will hold everything the district wrote."""
    try:
        os.close(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
    except OSError as error:
        raise Fault(
            "backup.E006", f"无法写入 {part.parent}：{error.strerror}", "请检查目录及其权限"
        ) from None


def _demand_copy(file: Path) -> None:
    if not file.is_file() or not _engine().is_copy(file):
        raise Fault("backup.E002", f"{file} 不是本数据库类型的完好备份", "请选择由 fazhi backup 生成的文件")


def _demand_unchanged(file: Path) -> None:
    """A structure that is whole says nothing of what is in it: the digest beside the backup does."""
    sums = _sums(file)
    if sums.is_file() and sums.read_text("utf-8", "replace").split()[:1] != [_digest(file)]:
        wrong = f"{file} 与校验文件 {sums.name} 不符，备份以后被改动或者损坏"
        raise Fault("backup.E007", wrong, "请改用另一份备份；确知校验文件有误的，移走校验文件后再恢复")


def _sums(file: Path) -> Path:
    return file.with_name(f"{file.name}.sha256")


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _engine() -> ModuleType:
    from django.db import connection

    from fazhi.cli import postgres, sqlite

    return postgres if connection.vendor == "postgresql" else sqlite


def _tables() -> list[str]:
    from django.db import connection

    return connection.introspection.table_names()


def _say(text: str, file: Path, as_json: bool) -> None:
    digest = _digest(file)
    record = {"file": str(file), "bytes": file.stat().st_size, "sha256": digest}
    show_json(record) if as_json else print(f"{text} {file}（{record['bytes']} 字节，SHA-256 {digest}）")
