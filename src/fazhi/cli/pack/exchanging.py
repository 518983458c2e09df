"""``fazhi pack table``: a decision table out as XLSX or DMN, or a file from elsewhere checked and shown."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli.option import AsJson, Below
from fazhi.cli.output import show_json
from fazhi.fault import Fault
from fazhi.law.table.table import Table
from fazhi.packs import DISTRICT
from fazhi.packs.source import suggest
from fazhi.packs.tables import loading, writing

Which = Annotated[str, typer.Argument(metavar="TABLE", help="决策表的编号，或者要读入的 .xlsx、.dmn 文件")]
Target = Annotated[Path | None, typer.Option("--output", "-o", help="写成 .xlsx、.dmn 或者 .yaml 文件")]


def table(which: Which, output: Target = None, pack: Below = DISTRICT, as_json: AsJson = False) -> None:
    """导出、读入或者转换一张决策表；读入时同样证明没有遗漏、没有矛盾。"""
    found = _table(which, pack)
    if output:
        _write(found, output)
    if as_json:
        show_json(writing.as_entry(found))
    else:
        typer.echo(f"已写成 {output}" if output else writing.as_bytes(found).decode())


def _table(which: str, pack: Path) -> Table:
    path = Path(which)
    if path.suffix.lower() in (".xlsx", ".dmn"):
        return _read(path)
    tables = loading.load(pack)
    if which not in tables:
        raise Fault("pack.E015", f"没有编号为“{which}”的决策表", suggest(which, tuple(tables)))
    return tables[which]


def _read(path: Path) -> Table:
    from fazhi.packs.tables import dmn, xlsx

    reader = xlsx.read if path.suffix.lower() == ".xlsx" else dmn.read
    try:
        return reader(path.read_bytes(), path.name)
    except OSError as error:
        raise Fault("pack.E001", f"文件 {path} 无法读取（{error.strerror}）", "请检查文件路径") from None


def _writer(output: Path) -> Callable[[Table], bytes]:
    from fazhi.packs.tables import dmn, xlsx

    match output.suffix.lower():
        case ".xlsx":
            return xlsx.write
        case ".dmn":
            return dmn.write
        case ".yaml":
            return writing.as_bytes
        case _:
            raise Fault("pack.E016", f"不能写成“{output.name}”", "请用 .xlsx、.dmn、.yaml")


def _write(found: Table, output: Path) -> None:
    try:
        output.write_bytes(_writer(output)(found))
    except OSError as error:
        raise Fault("pack.E016", f"无法写入 {output}（{error.strerror}）", "请检查目录及其权限") from None
