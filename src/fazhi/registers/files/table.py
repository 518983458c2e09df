"""The rows of a list file, whatever its form, with the line on which each stands."""

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import cast

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from fazhi.fault import Fault
from fazhi.packs.register_entry import RegisterEntry
from fazhi.registers.cell import Raw, words
from fazhi.source.word import excessive

LARGEST = 20 * 2**20
MOST = 20_000
"""Rows of one list; no district keeps a longer one."""
SEARCHED = 10
"""Lines in which the heads are looked for: titles often stand above them."""
DAYS = {"since": "生效日期", "until": "失效日期"}
"""The heads of the two columns that every list has."""
BROKEN = (
    zipfile.BadZipFile, zlib.error, InvalidFileException, SyntaxError,
    KeyError, ValueError, OSError, EOFError, TypeError,
)  # fmt: skip
"""What openpyxl raises on a damaged workbook; a broken XML part is a ``SyntaxError``."""
Cells = tuple[Raw, ...]


@dataclass(frozen=True)
class Row:
    """One row: where it stands in the file, its cells by column id."""

    line: int
    cells: dict[str, Raw]


def check_size(size: int) -> None:
    """Refuse a file by its size alone; a page calls it before it takes the content in."""
    if size > LARGEST:
        raise Fault("registers.E001", f"文件超过 {LARGEST >> 20} MB", "请删去图片和空行后重新上传")


def rows(kind: RegisterEntry, name: str, data: bytes) -> list[Row]:
    """Every row that has content; ``Fault`` registers.E001 … E008 where the file is no such list."""
    check_size(len(data))
    suffix = PurePath(name).suffix.lower()
    if suffix == ".json":
        found = list(_json(kind, data))
    elif suffix in LINES:
        found = list(_table(kind, LINES[suffix](data)))
    else:
        raise Fault("registers.E007", f"不能导入“{PurePath(name).name}”", "请上传 XLSX、CSV 或者 JSON 文件")
    if not found:
        raise Fault("registers.E005", "文件中没有任何事项", "请在表头之下逐行填写后重新上传")
    return found


def heads(kind: RegisterEntry) -> dict[str, str]:
    """Column ids by head, in the order of a file's columns."""
    return {column.title: column.id for column in kind.columns} | {v: k for k, v in DAYS.items()}


def _table(kind: RegisterEntry, lines: Iterable[Cells]) -> Iterator[Row]:
    known, ids = heads(kind), list[str]()
    for number, cells in enumerate(lines, 1):
        if ids:
            if any(words(cell) for cell in cells):
                _check_row(number, cells[len(ids) :])
                yield Row(number, dict(zip(ids, cells, strict=False)))
        elif {words(cell) for cell in cells} & {kind.column(name).title for name in kind.key}:
            ids = _ids(kind, known, [words(cell) for cell in cells])
        elif number >= SEARCHED:
            break
    if not ids:
        raise _no_head(known)


def _check_row(number: int, beyond: Cells) -> None:
    _check_count(number)
    if any(words(cell) for cell in beyond):
        raise Fault("registers.E004", f"第{number}行在表头之外还有内容", "请为该列补上表头，或者删去这些内容")


def _check_count(number: int) -> None:
    if number > MOST + SEARCHED:
        raise Fault("registers.E006", f"文件超过 {MOST} 行", "请拆分清单，或者删去多余的行")


def _no_head(known: Iterable[str]) -> Fault:
    return Fault("registers.E003", "没有找到表头", f"表头应为：{'、'.join(known)}；请使用下载的模板")


def _ids(kind: RegisterEntry, known: dict[str, str], written: list[str]) -> list[str]:
    while written and not written[-1]:
        written.pop()
    if unknown := [head or "（空）" for head in written if head not in known]:
        wrong = f"清单没有这些栏目：{'、'.join(unknown)}"
        raise Fault("registers.E004", wrong, f"请删去，或者改为 {'、'.join(known)} 之一")
    if len(set(written)) < len(written):
        raise Fault("registers.E008", "同一栏目出现了两次", "请只保留一列")
    if missing := [c.title for c in kind.columns if c.required and c.title not in written]:
        raise Fault(
            "registers.E003", f"缺少必填的栏目：{'、'.join(missing)}", "请补上这些列，或者使用下载的模板"
        )
    return [known[head] for head in written]


def _xlsx(data: bytes) -> Iterator[Cells]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if excessive(package):
                raise _unreadable("XLSX", "解压后过大")
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        sheet.reset_dimensions()
        yield from (cast(Cells, row) for row in sheet.iter_rows(values_only=True))
    except BROKEN:
        raise _unreadable("XLSX", "不是可以读取的 XLSX") from None


def _csv(data: bytes) -> Iterator[Cells]:
    text = _text(data)
    try:
        yield from (tuple(row) for row in csv.reader(io.StringIO(text, newline="")))
    except csv.Error:
        raise _unreadable("CSV", "不是可以读取的 CSV") from None


def _text(data: bytes) -> str:
    """Text as Excel and WPS write it: UTF-8 with or without a mark, otherwise GB18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unreadable("CSV", "既不是 UTF-8 也不是 GB18030 编码")


def _json(kind: RegisterEntry, data: bytes) -> Iterator[Row]:
    """Entries as the export writes them: an object with ``entries``, or the list itself, by column id."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise _unreadable("JSON", "不是可以读取的 JSON") from None
    found = value.get("entries") if isinstance(value, dict) else value
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise _unreadable("JSON", "没有 entries 列表")
    known = set(heads(kind).values())
    for number, entry in enumerate(found, 1):
        _check_count(number)
        if unknown := sorted(set(entry) - known):
            wrong = f"第{number}项有清单没有的栏目：{'、'.join(unknown)}"
            raise Fault("registers.E004", wrong, f"请删去，或者改为 {'、'.join(sorted(known))} 之一")
        yield Row(number, {name: _plain(cell) for name, cell in entry.items()})


def _plain(cell: object) -> Raw:
    return (
        cell if isinstance(cell, (str, int, float)) or cell is None else json.dumps(cell, ensure_ascii=False)
    )


def _unreadable(form: str, why: str) -> Fault:
    return Fault("registers.E002", f"文件{why}", f"请另存为 {form} 后重新上传")


LINES: dict[str, Callable[[bytes], Iterable[Cells]]] = {".xlsx": _xlsx, ".csv": _csv}
