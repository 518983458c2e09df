"""Take a register out as a file that can be read back, or the empty form to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.register.naming import Keeper, Kind, Number, edition_of, register_of, started
from fazhi.fault import Fault

Target = Annotated[Path, typer.Option("--output", "-o", help="写到 .xlsx、.csv 或者 .json 文件")]
Blank = Annotated[bool, typer.Option("--template", help="导出空白模板（.xlsx），不需要 --of")]


def export(
    kind: Kind,
    output: Target,
    of: Keeper = "",
    edition: Number = None,
    blank: Blank = False,
    as_json: AsJson = False,
) -> None:
    """导出一份清单，或者导出空白模板。"""
    form = _form(output, blank=blank)
    started()
    data, told = _template(kind) if blank else _edition(kind, of, edition, form)
    try:
        output.write_bytes(data)
    except OSError as error:
        raise Fault(
            "registers.E065", f"无法写入 {output}（{error.strerror}）", "请检查目录及其权限"
        ) from None
    if as_json:
        show_json({"register": told, "file": str(output), "bytes": len(data)})
    else:
        typer.echo(f"已导出“{told}”到 {output}（{len(data)} 字节）")


def _form(output: Path, *, blank: bool) -> str:
    forms = ("xlsx",) if blank else ("xlsx", "csv", "json")
    form = output.suffix.lower().lstrip(".")
    if form not in forms:
        raise Fault(
            "registers.E064", f"不能导出为“{output.name}”", f"请用 {'、'.join(f'.{f}' for f in forms)}"
        )
    return form


def _template(kind: str) -> tuple[bytes, str]:
    from django.utils import timezone

    from fazhi.registers.files.writing import template
    from fazhi.registers.kinds import kind as kind_of

    found = kind_of(kind, timezone.localdate())
    return template(found), f"{found.title}模板"


def _edition(kind: str, keeper: str, number: int | None, form: str) -> tuple[bytes, str]:
    from fazhi.registers.files.writing import written

    edition = edition_of(register_of(kind, keeper), number)
    return written(form, edition, edition.entries.all()), str(edition)
