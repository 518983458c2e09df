"""The whole ledger as a file that anybody can check without the platform."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from fazhi.cli import framework, schema
from fazhi.fault import Fault

Target = Annotated[Path | None, typer.Argument(help="导出的文件，不得已存在；省略则输出到标准输出")]


def export(file: Target = None) -> None:
    """导出台账（JSONL，每行一个行为），供 fazhi ledger verify 核验。"""
    framework.start()
    schema.demand_current()
    from fazhi.cases import export as ledger

    with _opened(file) as target:
        count = _written(ledger.lines(), target)
    if file is not None:
        print(f"已导出 {count} 个行为到 {file}")


def _written(lines: Iterable[bytes], target: BinaryIO) -> int:
    count = 0
    for line in lines:
        target.write(line)
        count += 1
    return count


@contextlib.contextmanager
def _opened(file: Path | None) -> Iterator[BinaryIO]:
    """The file under its name only once it is whole; an export that broke off leaves nothing behind."""
    if file is None:
        yield sys.stdout.buffer
        return
    if file.exists():
        raise Fault("ledger.E074", f"文件 {file} 已存在", "请换一个文件名；导出从不覆盖")
    part = file.with_name(f".{file.name}.part")
    try:
        with part.open("wb") as target:
            yield target
        part.rename(file)
    except OSError as error:
        raise Fault("ledger.E074", f"无法写入 {file}（{error.strerror}）", "请检查目录及其权限") from None
    finally:
        part.unlink(missing_ok=True)
